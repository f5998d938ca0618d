"""Names against the register of offices, by the day of the article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
        exact = self.offices.named(parts)
        if not exact and len(parts) > 2:
            # a middle initial that the register leaves out
            seats = frozenset({owner}) if owner is not None else near
            short = self.offices.named(tuple(part for part in parts if len(part) > 1))
            exact = [person for person in short if any(t.holder_of in seats for t in person.tenures)]
        if owner is not None:
            found = [p for p in exact if any(t.holder_of == owner for t in p.tenures)]
            if not found:
                found = [p for p in self.offices.at(owner, self.day) if p.spelled(parts, exact=False)]
            if not found and role in ("head_of_state", "head_of_government", "foreign_minister", None):
                return None
            return self._best(found, owner, role)
        if len(parts) > 1:
            return self._best(exact, None, role)
        serving = [
            (p, o)
            for p in exact
            if (o := next((t for t in p.on(self.day) if t.role in _HIGH or (role and t.role == role)), None))
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

    def holder(self, owner: str, role: str) -> Identity | None:
        """Who held the one office of `role` in `owner` on the day; None when it is not known or not one person."""
        held = self.offices.at(owner, self.day, role)
        if len(held) != 1:
            return None
        return Identity(held[0], next(t for t in held[0].on(self.day) if t.role == role and t.holder_of == owner))

    def leading_role(self, country: str) -> str:
        """The role of whoever is meant by 'the leader' of a country: its head of government where the head of state
        reigns."""
        state = self.holder(country, "head_of_state")
        if state and state.office and state.office.title.lower() in _REIGNING:
            return "head_of_government"
        return "head_of_state"

    def _best(self, found: list[Person], owner: str | None, role: str | None) -> Identity | None:
        if not found:
            return None

        def cost(person: Person) -> tuple[int, int]:
            held = [t for t in person.on(self.day) if owner is None or t.holder_of == owner]
            return (0 if held else 1, _rank(held[0], role) if held else len(RANK))

        best = min(found, key=cost)
        held = [t for t in best.on(self.day) if owner is None or t.holder_of == owner]
        if role:
            held.sort(key=lambda t: t.role != role)
        return Identity(best, held[0] if held else None)


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


def _rank(office: Tenure, role: str | None) -> int:
    return -1 if role and office.role == role else RANK.index(office.role)


def parts_of(name: str) -> tuple[str, ...]:
    """The folded parts of a printed name."""
    return names.tokens(name)
