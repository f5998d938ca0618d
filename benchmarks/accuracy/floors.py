"""Two readers that a page of code makes, so that the reader's figures can be seen for what they are.

Both know the project's register of office holders and names of countries, and nothing of grammar. They date a contact
to the day of publication, as event coders do that read no dates.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import Any

from benchmarks.accuracy.sets import Record
from extractors.article import Article
from extractors.lexicon import names, world
from extractors.lexicon.offices import Person, offices
from extractors.record import SCHEMA_VERSION

Participant = dict[str, Any]
LEAD_SENTENCES = 2
"""How much counts as the first paragraph: many wires come without paragraphs."""
_LONGEST_NAME = 4
_SENTENCE = re.compile(r"(?<=[.!?])(?<![A-Z]\.)[\"”]?\s+|\n+")
_RUN = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: (?:al-|bin |bint |von |van |de |da |dos |der )*[^\W\d_a-z][\w.’'-]*)*")
_TRIGGERS: tuple[tuple[str, str], ...] = (
    (r"phone|telephone|spoke|call(?:s|ed)? ", "phone_call"),
    (r"video (?:call|conference|link)|videoconference", "video_conference"),
    (r"summit", "summit"),
    (r"visit|trip|arriv", "visit"),
    (r"congratulat|condolence|letter|telegram", "correspondence"),
    (r"sign(?:s|ed|ing)\b", "signing"),
    (r"forum|conference|assembly", "forum"),
    (r"met\b|meet|talks|receiv|host|negotiat|consultations", "bilateral_meeting"),
)
_KINDS = tuple((re.compile(rf"\b(?:{words})", re.IGNORECASE), kind) for words, kind in _TRIGGERS)


def every_pair(article: Article) -> list[Record]:
    """Every two office holders in one sentence have met; what stands in title or lead is main."""
    seen: dict[frozenset[str], Record] = {}
    for number, sentence in enumerate(_sentences(article)):
        people = _people(sentence, article)
        for pair in combinations(people, 2):
            key = frozenset(str(one["name"]) for one in pair)
            if key not in seen:
                seen[key] = _record(article, "bilateral_meeting", list(pair), number <= LEAD_SENTENCES, len(seen))
    return list(seen.values())


def keyword(article: Article) -> list[Record]:
    """A word of a contact in title or lead makes one contact of the first two office holders, else countries, there."""
    lead = " ".join(_sentences(article)[: 1 + LEAD_SENTENCES])
    kind = next((kind for words, kind in _KINDS if words.search(lead)), None)
    parties = _people(lead, article)
    if len(parties) < 2:
        held = {one["country"] for one in parties}
        parties += [_participant(None, "delegation", code, None) for code in _countries(lead) if code not in held]
    return [_record(article, kind, parties[:2], True, 0)] if kind and len(parties) > 1 else []


def _sentences(article: Article) -> list[str]:
    """The title (empty where there is none), then the sentences of the text."""
    return [article.title or "", *(part for part in _SENTENCE.split(article.text) if part.strip())]


def _people(sentence: str, article: Article) -> list[Participant]:
    day = (article.published_at or "")[:10]
    found: dict[str, Participant] = {}
    for run in _RUN.finditer(sentence):
        words = re.sub(r"[’']s\b|\.$", "", run.group()).split()
        at = 0
        while at < len(words):
            for length in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
                person = _holder(" ".join(words[at : at + length]), day)
                if person is not None:
                    found.setdefault(person.name, _in_office(person, day))
                    at += length - 1
                    break
            at += 1
    return list(found.values())


@cache
def _holder(text: str, day: str) -> Person | None:
    """Who goes by a name: in full anyone of the register, by surname alone the only one then in office."""
    parts = names.tokens(text)
    known = offices().named(parts)
    if len(parts) < 2:
        surnames = [one for one in known if any(spelling[-1:] == parts for spelling in one.spellings)]
        serving = [one for one in surnames if one.on(day)]
        return serving[0] if len(serving) == 1 else None
    return next((one for one in known if one.on(day)), known[0] if known else None)


def _in_office(person: Person, day: str) -> Participant:
    held = person.on(day)
    tenure = held[0] if held else person.tenures[-1]
    is_country = tenure.holder_of in world.countries()
    return _participant(
        person.name,
        tenure.role if held else "other",
        tenure.holder_of if is_country else None,
        None if is_country else tenure.holder_of,
    )


def _participant(name: str | None, role: str, country: str | None, organization: str | None) -> Participant:
    return {"name": name, "person_id": None, "title": None, "role_class": role, "country": country,
            "organization": organization, "capacity": "participant", "evidence": []}


@cache
def _country_words() -> tuple[re.Pattern[str], dict[str, str]]:
    known = world.country_names() | world.country_adjectives()
    longest = sorted(known, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})(?!\w)"), known


def _countries(text: str) -> list[str]:
    words, codes = _country_words()
    return list(dict.fromkeys(codes[found.group()] for found in words.finditer(text)))


def _record(article: Article, kind: str, parties: list[Participant], is_main: bool, number: int) -> Record:
    day = (article.published_at or "")[:10] or None
    return {
        "schema_version": SCHEMA_VERSION,
        "record_id": f"floor-{article.key}-{number}",
        "extractor_version": "floor",
        "article": {"id": article.key, "url": article.url, "source": article.source, "title": article.title,
                    "published_at": article.published_at, "language": article.language,
                    "text_sha256": article.text_sha256},
        "event": {"type": kind, "visit_kind": None, "status": "held", "is_main": is_main, "name": None,
                  "start_date": day, "end_date": None, "date_precision": "day" if day else None, "place": None,
                  "parent_event": None, "evidence": []},
        "participants": parties,
        "topics": [],
        "outcomes": [],
        "figures": [],
        "statements": [],
        "confidence": 0.5,
    }
