"""Names of events that only their capitals tell: 'the World Seafarers Conference', 'the Dialogue on the Arctic'."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.summit.reading import NamedEvent, Sentence, Unit

_KINDS = frozenset({"", "A", "C", "O", "S", "E"})
_JOINS = frozenset({"and", "&", "of", "-", "–", "'s", "'", ","})
_SUBJECT = frozenset({"on", "for", "against"})
_MOST = 8


def prolonged(text: str, sentence: Sentence, event: NamedEvent, last: int) -> int:
    """The unit after the name, with the subject that goes on in capitals ('on the Arctic', 'for Media Freedom')."""
    units = sentence.units
    if sentence.is_title or not _capital(text, units[last - 1]) or last >= len(units):
        return last
    at = last + 1
    if units[last].symbol not in (_SUBJECT if event.organization or event.parties else {*_SUBJECT, "of"}):
        return last
    if at < len(units) and units[at].symbol == "the":
        at += 1
    end = _run(text, units, at)
    if end > at:
        event.end = units[end - 1].end
        event.name = f"{event.name} {' '.join(text[units[last].start : event.end].split())}"
        return end
    return last


def capitalized(text: str, sentence: Sentence, heads: frozenset[str]) -> Iterator[tuple[int, int, NamedEvent]]:
    """Bounds and events of the names in `sentence` that end in one of `heads`, all words in capitals."""
    if sentence.is_title:
        return
    units = sentence.units
    for i, unit in enumerate(units):
        if unit.kind or unit.symbol not in heads or not _capital(text, unit):
            continue
        first = i
        while first > 0 and i - first < _MOST:
            before = units[first - 1]
            joined = before.symbol in ("-", "–", "'s", "'", "&") and first > 1 and _capital(text, units[first - 2])
            if not joined and not (before.kind in _KINDS and _capital(text, before)):
                break
            first -= 1
        while first < i and units[first].symbol in ("the", "a", "this", "at", "in", *_JOINS):
            first += 1
        words = [u for u in units[first:i] if u.symbol not in _JOINS]
        begins = not words and unit.symbol != "congress" and i > 0 and units[i - 1].symbol == "the" and (
            _goes_on(text, units, i + 1)
        )
        if len(words) < 2 and not (words and words[0].symbol == "x") and not begins:
            continue
        if not begins and all(u.kind for u in words):
            # states or bodies alone are the business of the other patterns
            continue
        of_ministers = any(u.kind == "S" or u.symbol.startswith("minist") for u in words)
        kind = "multilateral_meeting" if of_ministers or unit.symbol == "ministerial" else "forum"
        name = " ".join(text[units[first].start : unit.end].split())
        yield first, i + 1, NamedEvent(name, None, kind, units[first].start, unit.end, unlisted=True)


def _goes_on(text: str, units: list[Unit], at: int) -> bool:
    """Whether a subject in capitals follows: 'the Conference on Disarmament'."""
    return (
        at + 1 < len(units)
        and units[at].symbol in (*_SUBJECT, "of")
        and units[at + 1].kind == ""
        and _capital(text, units[at + 1])
    )


def _run(text: str, units: list[Unit], at: int) -> int:
    """The unit after a run of capitalized words from `at` on."""
    end = at
    while end < len(units) and end - at < _MOST:
        unit = units[end]
        if unit.kind in _KINDS and _capital(text, unit):
            end += 1
        elif unit.symbol in _JOINS and end > at and end + 1 < len(units) and unit.symbol != ",":
            after = units[end + 1]
            if not (after.kind in _KINDS and _capital(text, after)):
                break
            end += 2
        else:
            break
    return end


def _capital(text: str, unit: Unit) -> bool:
    return text[unit.start].isupper()
