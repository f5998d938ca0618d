"""Which contacts an article is about: those of its title and first sentence.

Rule recorded in `contact.rules`: `main` (`main.title`, `main.lead`).
"""

from __future__ import annotations

import re

from extractors.summit.reading import Contact, NamedEvent, Reading

WEAK = frozenset(
    {
        "talks.bare",
        "talks.their",
        "talks.loose",
        "talks.occasion",
        "meet.due",
        "talks.title",
        "talks.nominal",
        "joint.each",
        "told.with",
        "event.at",
        "talks.between",
    }
)
"""Rules whose noun ("the meeting with") says nothing of how the contact stands."""


def mark_main(found: Reading, contacts: list[Contact]) -> None:
    """Main are the contacts of the title and of the first sentence; of several kinds at once, the talks before the
    trip."""
    # bylines, places and hours printed above the story are no sentence
    body = [s for s in found.sentences if not s.is_title]
    opening = next(
        (s.index for s in body if len(s.units) > 6 or (len(s.units) > 3 and s.code.endswith(" ."))),
        body[0].index if body else 0,
    )
    in_title = [c for c in contacts if "title" in c.rules or from_title(found, c)]
    first = [
        c
        for c in contacts
        if c.sentence == opening
        or (
            c.sentence == opening + 1
            and found.sentences[c.sentence].paragraph == found.sentences[opening].paragraph
            and not in_title
        )
    ]
    chosen = list(in_title)
    named = [e for e in found.events if e.end < found.offset]
    bodies = _titled_bodies(found)
    for contact in contacts:
        if (
            contact.event is not None
            and contact not in chosen
            and (any(_one_event(contact.event, e) for e in named) or contact.event.organization in bodies)
        ):
            chosen.append(contact)
    for contact in first:
        if contact not in chosen and (contact.rule not in WEAK or not chosen):
            chosen.append(contact)
    if not chosen and contacts:
        early = [c for c in contacts if found.sentences[c.sentence].paragraph <= 1 and c.sentence <= opening + 3]
        chosen = early[:1]
    talks = [c for c in chosen if c.type != "visit" and not c.rule.startswith("invite") and c.rule != "talks.loose"]
    for contact in chosen:
        if contact.type == "visit" and talks and not ("title" in contact.rules or from_title(found, contact)):
            continue
        if contact.rule == "talks.loose" and any(
            c.type == "visit" and c.sentence == contact.sentence and set(c.guests) & set(contact.parties)
            for c in chosen
        ):
            # "arrived in L for talks with Y": the trip is the news, and the talks its purpose
            continue
        if contact.rule.startswith("invite") and len(chosen) > 1 and contact not in in_title:
            continue
        contact.is_main = True
        contact.rules["main"] = "main.title" if contact in in_title else "main.lead"


def from_title(found: Reading, contact: Contact) -> bool:
    """Whether the title reports `contact`."""
    return found.sentences[contact.sentence].is_title


def _titled_bodies(found: Reading) -> set[str]:
    """The bodies whose meetings the title lists: 'to attend SCO, G20 meetings'."""
    title = next((s for s in found.sentences if s.is_title), None)
    match = title and re.search(r"(?:O\d+ (?:, |and )+)+O\d+ (?:\S+ )?(?:meetings|summits|sessions)\b", title.code)
    if not match:
        return set()
    return {found.organizations[int(number)] for number in re.findall(r"O(\d+)", match.group())}


def _one_event(a: NamedEvent, b: NamedEvent) -> bool:
    if a.organization and b.organization:
        return a.organization == b.organization and a.kind == b.kind
    return bool(
        set(a.name.lower().split())
        & set(b.name.lower().split()) - {"summit", "forum", "the", "first", "of", "conference", "-", "–"}
    )
