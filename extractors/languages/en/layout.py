"""How English news is laid out: datelines, boilerplate, marks of speech."""

from __future__ import annotations

DATELINE = (
    # WASHINGTON (Reuters) - / ASTANA, July 4 (Xinhua) -- / MOSCOW, October 20. /TASS/. / ASTANA. KAZINFORM –
    r"(?P<city>(?:ST\. |St\. )?[A-ZÀ-Þ][A-Za-zÀ-ɏ'’\-]+(?:\.COM)?(?:[ /](?:[A-ZÀ-Þ][A-Za-zÀ-ɏ'’\-]+|al|de|of)){0,4})"
    r"(?: [/\[][A-Z][A-Za-z. ]{2,24}[/\]])?"
    r"(?:, (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* ?\d)(?P<region>[A-Z][A-Za-z. ]+?))?"
    r"(?:,? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?P<day>(?:[A-Z][a-z]{2,8}\.? ?\d{1,2}|[A-Z]{3,9} \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?|"
    r"\d{1,2}\.\d{1,2}\.\d{4})(?:, "
    r"\d{4})?)(?:\.(?= [/(\[]))?)?"
    r"(?P<agency>,? ?[(/\[][^()\n/\[\]]{2,40}[)/\]]\.?|[.,] [A-Z][A-Za-z.-]+(?: News Agency)?| ?,? "
    r"?[A-Z]{4,}(?:\.COM)?)?"
    r"(?:\s?(?P<dash>-{1,3}|–|—|:|\.)\s|(?<=\))(?<=[A-Za-z]\))\s(?=[A-ZÀ-Þ]))"
)
"""The dateline at the head of the first paragraph. A match counts only with a dash, an agency or a day."""
_OPENERS = (
    r"(?:They|He|She|It|We|I|This|These|Those|During|While|In|On|At|Both|The|His|Her|Their|After|Following|Together|Also|"
    r"Additionally|As|When|Earlier|Later|Participants|There|Since|Although|With|By|For|If|But|And)\b"
)
AFTER_ABBREVIATION = {
    "d.c.": r"(?!(?:Mayor|Council|Police|National|Metro|Circuit|Court|Attorney|Superior)\b)[A-Z]",
    "u.s.": _OPENERS, "u.k.": _OPENERS, "u.n.": _OPENERS, "e.u.": _OPENERS, "p.m.": _OPENERS, "a.m.": _OPENERS,
    "jr.": _OPENERS, "etc.": _OPENERS, "inc.": _OPENERS, "ltd.": _OPENERS, "corp.": _OPENERS,
}
"""Abbreviations that may also end a sentence, and the words by which the next one is then told."""
BOILERPLATE = (
    r"(?:the following|the below) is attributable to [^\n:]*:", r"office of the spokesperson", r"readout[^\n]{0,40}:",
    r"department spokesperson", r"[^\n]{0,40}– press release", r"photo(?: credit)?:? ?[^\n]*", r"follow the "
                                                                                               r"author[^\n]*",
    r"press contact[^\n]*", r"link:[^\n]*", r"reuters", r"-- bernama", r"\(this story[^\n]*", r"for immediate release",
    r"for media inquiries[^\n]*", r"share this[^\n]*", r"read also[^\n]*", r"read more[^\n]*", r"source:[^\n]*",
)
"""Whole lines that are no part of the story (matched without regard to case)."""
FIRST_PERSON = r"\b(?:I|I['’](?:m|d|ve|ll)|we|We|my|My|our|Our|us|me|you|your|Your|You)\b"
LOST_APOSTROPHE = (
    r"(?<=[A-Za-z])(?:(?<=[a-z]n) (?=t\b)|(?<=\bI) (?=(?:m|d)\b)|(?<=\b[Hh]e|\b[Ww]e) (?=d\b)|(?<=hey) (?=d\b)"
    r"| (?=(?:s|re|ve|ll)(?:[\s.,;:?!)]|$)))"
)
"""The space in which a lost apostrophe stood: 'couldn t', 'Malta s president', 'we ve'."""
SUBJECT = (
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Oo]ne|[Aa]n?|[Tt]he|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|(?:[A-ZÀ-Þ][\w.’-]*)"
    r"(?: [A-ZÀ-Þ][\w.’-]*){0,6}|(?:[a-z]+ ){1,5}(?=[A-ZÀ-Þ]))"
)
"""How the subject of a verb of saying begins."""
WEEKDAY = r"\b(?:on|last|next|until) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\baccording to\b"
"""Words of reports rather than of speech."""
HOUR = (
    r"\(?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[AaPp])\.?\s?[Mm]\.?,?"
    r"(?:\s\(?(?P<zone>[A-Z]{2,5})\b\)?)?\W*"
)
"""A line that gives the hour at which a meeting began: '3:55 P.M. EDT'."""
ZONES = {
    "EDT": -4, "EST": -5, "ET": -5, "CDT": -5, "CST": -6, "MDT": -6, "MST": -7, "PDT": -7, "PST": -8, "AKDT": -8,
    "HST": -10, "BRT": -3, "ART": -3, "COT": -5, "PET": -5, "GMT": 0, "UTC": 0, "WET": 0, "BST": 1, "WEST": 1,
    "CET": 1, "WAT": 1, "CEST": 2, "EET": 2, "CAT": 2, "SAST": 2, "EEST": 3, "MSK": 3, "TRT": 3, "AST": 3, "IDT": 3,
    "EAT": 3, "IRST": 3.5, "GST": 4, "PKT": 5, "UZT": 5, "ICT": 7, "WIB": 7, "SGT": 8, "HKT": 8, "PHT": 8, "PHST": 8,
    "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
}
"""Hours by which the zones of such lines are ahead of UTC."""
REMOTE_LINE = (
    r"\W*(?:(?:via|by) )?(?:tele-?conference|video-?conference|video(?: ?link)?|virtual(?:ly)?|zoom|telephone|phone)\W*"
)
"""A line that says that the meeting was a remote one."""


def _listed(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(","))


HOME_REGIONS = {
    "US": _listed("""D.C., DC, Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida,
        Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan,
        Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York,
        North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota,
        Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia, Wisconsin, Wyoming, Puerto Rico, Guam"""),
    "CA": _listed("""Ontario, Quebec, Québec, Alberta, British Columbia, Manitoba, Nova Scotia, New Brunswick,
        Saskatchewan, Newfoundland"""),
    "GB": _listed("England, Scotland, Wales, Northern Ireland, UK"),
    "AU": _listed("New South Wales, Victoria, Queensland, South Australia, Western Australia, Tasmania"),
}
"""Regions that stand after a city in place of the state."""
ROOMS = {
    "US": ("Washington", _listed("""Oval Office, State Dining Room, East Room, Cabinet Room, Rose Garden,
        Roosevelt Room, South Lawn, South Court Auditorium, Diplomatic Reception Room, Blue Room, Blair House,
        Situation Room, State Department, The White House, White House, Treaty Room,
        Eisenhower Executive Office Building,
        Vice President's Ceremonial Office, Ceremonial Office, Vice President's Residence, Naval Observatory,
        Benjamin Franklin Room, Ben Franklin Room, Thomas Jefferson Room, Indian Treaty Room""")),
    "RU": ("Moscow", _listed("Kremlin, The Kremlin, Grand Kremlin Palace, Catherine Hall, St George Hall")),
}
"""Rooms that a government's own pages name without the city they are in."""
