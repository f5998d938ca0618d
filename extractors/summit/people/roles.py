"""From a printed title, and whose it is, to a role class."""

from __future__ import annotations

from types import ModuleType

from extractors.summit.reading import TitleMention

_ORDER = (
    "head_of_state",
    "head_of_government",
    "io_head",
    "foreign_minister",
    "speaker_of_parliament",
    "deputy_head",
    "security_official",
    "io_official",
    "minister",
    "ambassador",
    "leader",
    "chief",
    "spokesperson",
    "other",
    "counterpart",
)


def stacked(titles: list[TitleMention]) -> TitleMention:
    """The weightiest of titles held together ('Deputy Prime Minister, Foreign Minister')."""
    ranked = sorted(titles, key=lambda title: _ORDER.index(title.role))
    best = ranked[0]
    for title in titles:
        # who is also foreign minister is so recorded, whatever deputy's office comes with it
        if title.role == "foreign_minister" and best.role in ("deputy_head", "minister"):
            return title
    return best


def settled(role: str, country: str | None, organization: str | None) -> str:
    """The role class of the contract for a role of the title lists, once whose office it is is known.

    `leader` and `chief` stay as they are where only the register can tell.
    """
    if organization and not country:
        if role in ("head_of_state", "chief", "io_head", "leader", "head_of_government"):
            return "io_head"
        if role in ("other", "ambassador", "minister", "io_official", "foreign_minister"):
            return "io_official"
    if country and role in ("io_head", "io_official"):
        return "other"
    if role == "chief":
        return "other"
    return role


def default_owner(title: str, words: ModuleType) -> tuple[str | None, str | None]:
    """Country and body that a title means by itself ('Secretary of State' US, 'UN chief' UN), where it does."""
    low = title.lower()
    return words.NATIONAL_DEFAULT.get(low), words.ORGANIZATION_DEFAULT.get(low)
