"""The signs that a record is right in type, participants, place and date. Each speaks for it; none against."""

from __future__ import annotations

SIGNS: dict[str, str] = {
    "main": "the article is about this contact",
    "named": "two parties are persons with a name, of a visit the visitor",
    "dated": "it has a date, or isn't held yet and may rightly have none",
    "placed": "it has a country, or happened at a distance and has none",
    "pair": "no more than two parties: a list of them is easily incomplete",
    "peers": "those who are named hold offices of one rank, as who meets mostly does",
    "repeated": "more than one passage reports it",
    "short": "the sentence that reports it is short: a long one has more to be confused with",
}
"""What `signs` looks for. A contact that shows more of them never has less confidence: no weight is below 0.

Left out since cross-validation showed no gain: how strong the contact's rule is, whether the parties are in the
register, several main contacts, how many contacts the article has, how finely the date is given, the type.
"""
REMOTE = frozenset({"phone_call", "video_conference", "correspondence"})
OWES_A_DATE = frozenset({"held", "ongoing"})
"""Statuses of what has happened, which articles date."""
RANKS = {"head_of_state": "head", "head_of_government": "head"}
"""Roles that are of one rank: presidents receive prime ministers as their like."""
SHORT = 30
"""Words, marks and recognized phrases from which a sentence is long. Any number from 20 to 35 serves as well."""
