"""Names against the register of offices, by the day of the article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extractors.languages import words
from extractors.lexicon import names
from extractors.lexicon.offices import RANK, Offices, Person, Tenure, offices

_HIGH = ("head_of_state", "head_of_government", "foreign_minister", "io_head", "io_official")


@dataclass(frozen=True, slots=True)
class Identity:
    """A person of the register and the office held on the day, None when the person held none then."""

    person: Person
    office: Tenure | None


class Register:
    """Look-ups in the register as of one day."""

    def __init__(self, today: date | None) -> None:
        self.day = today.isoformat() if today else "9999-12-31"
        self.offices: Offices = offices()

    def identify(
        self, parts: tuple[str, ...], owner: str | None, role: str | None, near: frozenset[str]
    ) -> Identity | None:
        """Who `parts` (folded name parts) names.

        `owner` is the country or body whose office the text says it is, `role` the role class it gives, `near` the
        countries and bodies that the article names: a bare surname counts only for someone in high office of one of
        them, or when nobody else of that name is in office.
        """
        exact = [person for person in self.offices.named(parts) if owner is not None or _ordered(parts, person)]
        if not exact and len(parts) > 2:
            # a middle initial that the register leaves out
            seats = frozenset({owner}) if owner is not None else near
            short = self.offices.named(tuple(part for part in parts if len(part) > 1))
            exact = [person for person in short if any(t.holder_of in seats for t in person.tenures)]
        if not exact and len(parts) > 3:
            # a long name whose register entry is shorter: Mohammed bin Salman bin Abdulaziz Al Saud
            exact = [
                person
                for person in self.offices.named(parts[:2])
                if any(len(own) > 2 and own[0] == parts[0] and set(own) <= set(parts) for own in person.spellings)
            ]
        if owner is not None:
            found = [p for p in exact if any(t.holder_of == owner for t in p.tenures)]
            if not found:
                found = [p for p in self.offices.at(owner, self.day) if p.spelled(parts, exact=False)]
            if not found and role in ("head_of_state", "head_of_government", "foreign_minister", None):
                return None
            return self._best(found, owner, role)
        if len(parts) > 1:
            return self._best(exact, None, role)
        exact = [person for person in exact if self._goes_by(person, parts[0])]
        serving = [
            (p, o)
            for p in exact
            if (o := next((t for t in self._held(p, None) if t.role in _HIGH or (role and t.role == role)), None))
        ]
        close = [(p, o) for p, o in serving if o.holder_of in near]
        for group in (close, serving):
            if group:
                top = min(_rank(o, role) for _, o in group)
                best = [(p, o) for p, o in group if _rank(o, role) == top]
                if len(best) == 1:
                    return Identity(*best[0])
                if group is close:
                    return None
        return None

    def _held(self, person: Person, owner: str | None) -> list[Tenure]:
        """The offices held on the day, those last that come with another (France's president is a prince of
        Andorra, Britain's king reigns over fourteen realms)."""
        held = [t for t in person.on(self.day) if owner is None or t.holder_of == owner]
        realms = any(tenure.holder_of == "GB" for tenure in held)
        return sorted(held, key=lambda t: (t.holder_of == "AD" and len(held) > 1, realms and t.holder_of != "GB"))

    @staticmethod
    def _goes_by(person: Person, part: str) -> bool:
        """Whether the bare `part` names the person in the press: not a given name where people go by surnames."""
        if part in _RANKS:
            return False
        if any(spelling[-1] == part or len(spelling) == 1 for spelling in person.spellings):
            return True
        if any(tenure.holder_of in _BY_GIVEN_NAME for tenure in person.tenures):
            return True
        return not all(part not in spelling or spelling[0] == part for spelling in person.spellings)

    def holder(self, owner: str, role: str) -> Identity | None:
        """Who held the one office of `role` in `owner` on the day; None when it is not known or not one person."""
        held = self.offices.at(owner, self.day, role)
        if len(held) != 1:
            return None
        return Identity(held[0], next(t for t in held[0].on(self.day) if t.role == role and t.holder_of == owner))

    def leading_role(self, country: str) -> str:
        """The role of whoever is meant by 'the leader' of a country: its head of government where the head of state
        reigns."""
        if country in _PARLIAMENTARY:
            return "head_of_government"
        state = self.holder(country, "head_of_state")
        if state and state.office and state.office.title.lower() in _REIGNING:
            return "head_of_government"
        return "head_of_state"

    def _best(self, found: list[Person], owner: str | None, role: str | None) -> Identity | None:
        if not found:
            return None

        def cost(person: Person) -> tuple[int, int]:
            held = self._held(person, owner)
            return (0 if held else 1, _rank(held[0], role) if held else len(RANK))

        best = min(found, key=cost)
        held = self._held(best, owner)
        if role:
            held.sort(key=lambda t: t.role != role)
        return Identity(best, held[0] if held else None)


_BY_GIVEN_NAME = words(
    """
    CN TW HK MO KR KP VN KH LA MM TH MY SG ID BN ET ER IS LK MN BT AE SA QA KW BH OM JO MA HU TL
    """
)
"""States whose press calls people by the first word of their name: a surname that stands first, or the given name."""
_RANKS = frozenset({"grand", "duke", "king", "queen", "prince", "emir", "sultan", "saint", "st", "lord", "sir", "of",
    "the"})
_PARLIAMENTARY = words(
    """
    AL AM AT AU BD BE BG BS BB BZ CA CZ DE DK EE ES ET FI FJ GB GD GR HR HU IE IL IN IQ IS IT JM JP KH LS LU LV
    ME MK MT MU MY NL NO NP NZ PG PK PT RS SE SG SI SK TH TT VU XK
    """
)
"""States led by the head of government: parliamentary monarchies and republics, by their constitutions."""
_REIGNING = frozenset(
    {
        "king",
        "queen",
        "monarch",
        "emperor",
        "governor-general",
        "governor general",
        "queen of",
        "federal president",
        "president of the swiss confederation",
        "yang di_pertuan agong (monarch)",
    }
)


def _ordered(parts: tuple[str, ...], person: Person) -> bool:
    """Whether `parts` stand in a spelling in that order, or are all of it: 'Sung Kim' is not Kim Sung-hwan."""
    for spelling in person.spellings:
        if len(spelling) == len(parts) and set(spelling) == set(parts):
            return True
        rest = iter(spelling)
        if all(part in rest for part in parts):
            return True
    return False


def _rank(office: Tenure, role: str | None) -> int:
    return -1 if role and office.role == role else RANK.index(office.role)


def parts_of(name: str) -> tuple[str, ...]:
    """The folded parts of a printed name."""
    return names.tokens(name)
