"""How a person is introduced: expressions over `sentence.code` as the gazetteer pass writes it.

Symbols: A adjective of a country, C country, O body, L city, V venue, T title, S plural title, N run of name-like
words, D date; a caret marks a capitalized word. The groups `own` and `of` say whose office it is, `name` whose name.
"""

from __future__ import annotations

import re

_OWN = (
    r"(?:(?P<own>[ACOV]\d+|(?<!in )(?<!at )(?<!to )(?<!from )L\d+)(?: 's)? (?:(?:government|state|federal|\^state|"
    r"\^federal|\^government|(?:\^?[a-z]+ )?\^?ministry|\^?ministry of (?:\^?[a-z]+ ){1,3}?) )?)?"
)
_STACK = r"(?P<title>T\d+(?: ?(?:,|and|, and|/|-|&|–)? (?:the )?(?:[AO]\d+ )?T\d+){0,3})"
_OF = (
    r"(?P<of>(?: (?:of|for|to|in|at|from) (?:the )?(?:(?:\^republic|republic|\^government|government|\^state|state) "
    r"of "
    r"(?:the )?|\^(?:commission|council|assembly) of (?:the )?)?[ACOLV]\d+(?: \( O\d+ \))?"
    r"(?: (?:and|,) [CO]\d+)*)*(?: \^(?:defense|defence|armed|self-defense) \^forces)?)"
)
_FIELD = (
    r"(?: (?:for|of|on|to|in) (?:the )?(?:\^[^\s\d]+|[ACLO]\d+|N\d+(?= (?:\^|and|,)))(?: (?:\^[^\s\d]+|"
    r"and|,|&|of|the|for|[ACLO]\d+|N\d+(?= (?:\^|, and \^|and \^))|-"
    r"(?= \^)))*?)?"
)
_TAIL = (
    r"(?: ,(?: (?:\^[^\s\d]+|and|,|&|abroad|[AL]\d+|N\d+(?= (?:\^|and|,|of|abroad)))){1,8}?(?= of (?:the )?[CO]\d))?"
)
"""More fields of the same ministry: 'Minister of Foreign Affairs, Migration and Expatriates of Lebanon'."""
_HON = (
    r"(?: (?:\^?(?:mr|mrs|ms|dr|mr\.|mrs\.|ms\.|dr\.|sir|honorable|hon\.|h\.e\.|datuk|seri|his|her|excellency|"
    r"sheikh|gen\.|"
    r"lord|tun|majesty|highness|royal|general|leader|field|marshal)|h\.e\.))*"
)

TITLED = re.compile(
    rf"(?:\^?the )?{_OWN}{_STACK}{_FIELD}?{_TAIL}{_OF}{_FIELD}(?: , ?|)?{_HON} (?P<name>N\d+)"
    r"(?! , and \^[^\s\d]+(?: \^[^\s\d]+)* N\d)"
    r"(?P<late>(?: of (?:the )?(?:\^(?:republic|state|kingdom) of (?:the )?)?[CO]\d+)?)"
)
"""'Kazakh President N', 'President of Kazakhstan N', 'Secretary of State N', 'President N of Brazil'."""
APPOSED = re.compile(
    rf"(?P<name>N\d+)(?: \( [^()]{{1,30}} \))? , (?:(?:the|a|an) )?{_OWN}{_STACK}{_FIELD}?{_OF}{_FIELD}"
    r"(?= [,.;:)\"”–—]| and| who| said| told| at the time|$)"
)
"""'N, China's foreign minister,'"""
APPOSED_LONG = re.compile(
    rf"(?<!\d )(?P<name>N\d+)(?: \( [^()]{{1,30}} \))? , (?:(?:the|a|an) )?{_STACK}{_FIELD}?{_TAIL}"
    r"(?P<of> of (?:the )?[CO]\d+)"
    r"(?= (?:met|meets?|held|holds?|discussed|will|has|have|is|was|were|signed|visited|arrived|spoke|talked)\b)"
)
"""'N, Minister of Trade and Industry of Peru met …', where the closing comma is left out."""
PARTY = re.compile(
    rf"(?:\^?the )?{_STACK} of (?:the )?(?P<own>A\d+) (?:\^?[a-z][a-z-]* ){{1,3}}N\d+ , (?P<name>N\d+)(?= ,| \.|$| and)"
)
"""'The leader of the Lebanese movement N, N,': who heads a party or movement without holding office."""
APPOSED_NAME = re.compile(
    rf"(?:\^?the )?{_OWN}{_STACK}{_FIELD}?{_OF}{_FIELD} ,{_HON} (?P<name>N\d+)(?= ,| \.|$| and| ;)"
)
"""'The President of the European Council, N,'"""
NAME_OF = re.compile(r"(?P<name>N\d+) of (?:the )?(?P<own>[CO]\d+)")
"""'N of Kazakhstan'"""
NAMES = re.compile(r"(?P<name>N\d+)")
"""A bare name."""
GROUP_NAMED = re.compile(
    r"(?P<own>(?:[AC]\d+(?: 's)?(?: (?:and|,|-|–))? )*)(?P<title>S\d+)(?P<of>(?: of (?:the )?[CO]\d+(?:(?: ,| and| , "
    r"and) (?:the )?C\d+)*)?)"
    r" ?,? (?P<names>N\d+(?: of (?:the )?C\d+)?(?:(?: ,| and| , and) N\d+(?: of (?:the )?C\d+)?)+)"
)
"""'Presidents N of Argentina and N of Uruguay', 'the presidents of Ukraine and Türkiye, N and N'."""
GROUP_OF = re.compile(
    r"(?P<own>(?:[AC]\d+(?: 's)?(?: (?:and|,|, and|-|–))? ){1,6})(?P<title>S\d+)"
    r"|(?P<title2>S\d+) (?:of|from) (?:the )?(?P<of>C\d+(?:(?: ,| and| , and) (?:the )?(?:\^republic of )?C\d+)+)"
)
"""'the foreign ministers of X and Y', 'Turkish and Iranian presidents': offices without names."""
OFFICE = re.compile(rf"(?P<det>(?:\^?(?:the|his|her|their|its|a|an|both)) )?{_OWN}{_STACK}{_OF}")
"""An office without a name: 'the Kazakh leader', 'his counterpart', 'the Secretary'."""
