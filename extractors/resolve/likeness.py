"""Do two records tell of one contact? Evidence for and against, each with its reason.

What never joins: two families of contact (a call and a meeting, a visit and the talks within it), two
mentions that one article keeps apart, other parties or persons, ministers and leaders, other editions, other
days. What can join weighs company, time, place and the larger event against each other (`evidence.PRIOR`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from extractors.resolve.company import company
from extractors.resolve.dates import COMING, agree
from extractors.resolve.evidence import PRIOR, Evidence, Finding
from extractors.resolve.report import REMOTE, VISIT, Facts, Report

STRONG: Final = 1.0
"""From here on a pair is sure enough to speak for the other pairs of the same two articles."""
BESIDE: Final = 2.0
"""Points for a pair whose articles surely share another contact: who tells of one evening tells of its other
parts."""
_TYPES: Final[Mapping[frozenset[str], float]] = {
    frozenset({"phone_call", "video_conference"}): -1.0,
    frozenset({"bilateral_meeting", "multilateral_meeting"}): -1.0,
    frozenset({"bilateral_meeting", "summit"}): -1.0,
    frozenset({"bilateral_meeting", "signing"}): -1.5,
    frozenset({"bilateral_meeting", "forum"}): -2.5,
    frozenset({"multilateral_meeting", "summit"}): -0.5,
    frozenset({"multilateral_meeting", "forum"}): -1.0,
    frozenset({"multilateral_meeting", "signing"}): -1.5,
    frozenset({"summit", "forum"}): -1.5,
    frozenset({"summit", "signing"}): -1.5,
    frozenset({"forum", "signing"}): -2.5,
}
"""What two names for one kind of contact cost: newsrooms and readers call trilateral talks one thing or the
other."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two reports are: `points` with everything counted (0 or more: one contact), or `forbidden`
    with the reason why they can never be one. `moved`: see Evidence. `findings` are the reasons for and
    against."""

    points: float
    forbidden: str | None
    moved: bool
    findings: tuple[Finding, ...]

    @property
    def links(self) -> bool:
        """Whether the two, looked at alone, are one contact."""
        return self.forbidden is None and self.points >= 0


def likeness(a: Report, b: Report) -> Likeness:
    """How like two reports are, looked at without the rest of their articles."""
    if a.article == b.article:
        return Likeness(-1.0, "kept apart by one article", False, ())
    first, second = (a, b) if a.key <= b.key else (b, a)
    return weighed(first.facts, second.facts)


def beside(
    pairs: Mapping[tuple[str, str], Likeness], articles: Mapping[str, str]
) -> dict[tuple[str, str], Likeness]:
    """The same pairs (by the keys of two reports), with BESIDE added where the two articles surely share
    another pair.

    `articles` is the article of every report. It looks at nothing but the reports of the two articles of a
    pair, so that the outcome does not hang on what else is compared at the same time.
    """
    sure: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for (a, b), one in pairs.items():
        if one.forbidden is None and one.points >= STRONG:
            sure.setdefault(_articles(a, b, articles), set()).add((a, b))
    found = {}
    for (a, b), one in pairs.items():
        others = sure.get(_articles(a, b, articles), set())
        helped = one.forbidden is None and any({a, b}.isdisjoint(pair) for pair in others)
        if helped:
            reason = Finding("told beside another contact that both articles tell of", BESIDE)
            one = Likeness(one.points + BESIDE, None, one.moved, (*one.findings, reason))
        found[a, b] = one
    return found


def _articles(a: str, b: str, articles: Mapping[str, str]) -> tuple[str, str]:
    one, other = articles[a], articles[b]
    return (one, other) if one <= other else (other, one)


class Likenesses:
    """The likenesses of a batch: reports that say the same (agencies copy each other) are weighed once.

    Facts are numbered as they come, since to hash them for every pair costs more than to weigh most pairs.
    """

    def __init__(self) -> None:
        self._numbers: dict[Facts, int] = {}
        self._number_of: dict[str, int] = {}
        self._known: dict[tuple[int, int], Likeness] = {}

    def between(self, a: Report, b: Report) -> Likeness:
        """As `likeness`. Two reports of one batch must not have one key."""
        if a.article == b.article:
            return likeness(a, b)
        x, y = self._number(a), self._number(b)
        pair = (x, y) if x <= y else (y, x)
        found = self._known.get(pair)
        if found is None:
            found = self._known[pair] = likeness(a, b)
        return found

    def _number(self, one: Report) -> int:
        number = self._number_of.get(one.key)
        if number is None:
            number = self._number_of[one.key] = self._numbers.setdefault(one.facts, len(self._numbers))
        return number


def weighed(a: Facts, b: Facts) -> Likeness:
    """How like two sets of facts are, wherever they were read."""
    evidence = _evidence(a, b)
    if evidence.forbidden is not None:
        return Likeness(-1.0, evidence.forbidden, False, ())
    return Likeness(PRIOR + evidence.points, None, evidence.moved, evidence.findings)


def _evidence(a: Facts, b: Facts) -> Evidence:
    """The parts of the evidence, the cheapest first, until one rules it out."""
    if a.family != b.family:
        return Evidence.never("another kind of contact")
    found = Evidence()
    if a.type != b.type:
        found += Evidence.of(Finding("another type", _TYPES[frozenset({a.type, b.type})]))
    for part in (_places, _times, company, _parents):
        found += part(a, b)
        if found.forbidden is not None:
            return found
    return found


def _times(a: Facts, b: Facts) -> Evidence:
    return agree(a.when, b.when, a.is_long and b.is_long, a.is_gathering and b.is_gathering)


def _places(a: Facts, b: Facts) -> Evidence:
    if a.family == REMOTE:
        return Evidence()
    if a.country and b.country and a.country != b.country:
        coming = a.when.status in COMING or b.when.status in COMING
        if coming and a.family != VISIT:
            return Evidence.of(Finding("planned for another country", -3.0))
        if a.family == VISIT:
            return Evidence.never("in another country")
        # Embassies, enclaves and slips: only the same day and the same persons outweigh it
        return Evidence.of(Finding("in another country", -4.0))
    if a.city and b.city and a.city != b.city:
        # a visit goes to several cities; talks that are put into two are told apart or told wrong
        return Evidence.of(Finding("in another city", 0.0 if a.family == VISIT else -3.0))
    findings = []
    if a.city and a.city == b.city:
        findings.append(Finding("in the same city", 2.0))
    elif a.country and a.country == b.country:
        findings.append(Finding("in the same country", 1.0))
    if a.venue and a.venue == b.venue:
        findings.append(Finding("in the same house", 0.5))
    return Evidence.of(*findings)


def _parents(a: Facts, b: Facts) -> Evidence:
    of_a, of_b = a.parent, b.parent
    if of_a.organization and of_b.organization:
        if of_a.organization == of_b.organization:
            return Evidence.of(Finding("on the sidelines of the same event", 1.0))
        return Evidence.of(Finding("on the sidelines of another event", -1.5))
    if of_a.words and of_b.words and of_a.words & of_b.words:
        return Evidence.of(Finding("on the sidelines of the same event", 1.0))
    return Evidence()


def reasons(found: Likeness | Iterable[Finding]) -> str:
    """The findings in words, the weightiest first: 'same day +4.0, the same person +2.0'."""
    if isinstance(found, Likeness):
        if found.forbidden is not None:
            return f"never: {found.forbidden}"
        found = found.findings
    ranked = sorted(found, key=lambda one: (-abs(one.points), one.reason))
    return ", ".join(f"{one.reason} {one.points:+.1f}" for one in ranked)
