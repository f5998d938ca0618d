"""How English news is laid out: datelines, boilerplate, marks of speech."""

from __future__ import annotations

DATELINE = (
    # WASHINGTON (Reuters) - / ASTANA, July 4 (Xinhua) -- / MOSCOW, October 20. /TASS/. / ASTANA. KAZINFORM –
    r"(?P<city>(?:ST\. |St\. )?[A-ZÀ-Þ][A-Za-zÀ-ɏ'’\-]+(?:\.COM)?(?:[ /](?:[A-ZÀ-Þ][A-Za-zÀ-ɏ'’\-]+|al|de|of)){0,4})"
    r"(?:, (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* ?\d)(?P<region>[A-Z][A-Za-z. ]+?))?"
    r"(?:,? (?P<day>(?:[A-Z][a-z]{2,8}\.? ?\d{1,2}|\d{1,2} [A-Z][a-z]{2,8}|\d{1,2}\.\d{1,2}\.\d{4})(?:, "
    r"\d{4})?)(?:\.(?= [/(\[]))?)?"
    r"(?P<agency>,? ?[(/\[][^()\n/\[\]]{2,40}[)/\]]\.?|[.,] [A-Z][A-Za-z.]+(?: News Agency)?| ?,? "
    r"?[A-Z]{4,}(?:\.COM)?)?"
    r"\s?(?P<dash>-{1,3}|–|—|:|\.)\s"
)
"""The dateline at the head of the first paragraph. A match counts only with a dash, an agency or a day."""
BOILERPLATE = (
    r"(?:the following|the below) is attributable to [^\n:]*:", r"office of the spokesperson", r"readout[^\n]{0,40}:",
    r"department spokesperson", r"[^\n]{0,40}– press release", r"photo(?: credit)?:? ?[^\n]*", r"follow the "
                                                                                               r"author[^\n]*",
    r"press contact[^\n]*", r"link:[^\n]*", r"reuters", r"-- bernama", r"\(this story[^\n]*", r"for immediate release",
    r"for media inquiries[^\n]*", r"share this[^\n]*", r"read also[^\n]*", r"read more[^\n]*", r"source:[^\n]*",
)
"""Whole lines that are no part of the story (matched without regard to case)."""
FIRST_PERSON = r"\b(?:I|I['’](?:m|d|ve|ll)|we|We|my|My|our|Our|us|me|you|your|Your|You)\b"
