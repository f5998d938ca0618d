"""How a person is introduced: expressions over `sentence.code` as the gazetteer pass writes it.

Symbols: A adjective of a country, C country, O body, L city, V venue, T title, S plural title, N run of name-like
words, D date; a caret marks a capitalized word. The groups `own` and `of` say whose office it is, `name` whose name.
"""

from __future__ import annotations

import re

_HEADWORDS = (
    r"(?:\^?(?:his|her|their) (?:\^?royal )?\^?(?:majesty|highness|excellency|holiness|beatitude|serene \^?highness)"
    r"(?: the)? |\^?(?:acting|interim|alternate|caretaker|transitional|incumbent) )?"
)
"""What stands before a nationality or title: 'His Majesty King N', 'Acting Malian Prime Minister N'."""
_BODY = (
    r"(?:\^?(?:usaid|nsc|mfa|mofa|mfat|fcdo|moi|government|state|federal|interim|transitional|armed|forces|army|navy|"
    r"presidential|"
    r"parliamentary|leadership|council|national|security|cabinet|chancellery|chancellory|ministry|department|agency|"
    r"office|authority|assembly|communist|party|royal|court|international|relations|central|election|commission|"
    r"high|reconciliation|for(?= \^)|peace|planning|"
    r"supreme|joint|foreign|defen[cs]e|self-defen[cs]e|air|ground|coast|guard|police|intelligence|service|trade)"
    r"(?: \( (?:[A-Z]\d+|\^?[a-z]{2,6}) \))? ){1,5}?"
)
"""The institution of a state whose officer is named: 'French MFA', 'Lebanese Armed Forces (LAF)'."""
_MINISTRY = (
    r"(?:\^?[a-z]+ )?\^?ministry |\^?(?:ministry|department|office) (?:of|for) (?:the )?"
    r"(?:\^?[a-z]+(?:-[a-z]+)? (?:, |and |& |of )*){0,6}?"
)
_BUREAU = (
    r"(?:the )?\^?(?:bureau|directorate|division|embassy|secretariat) (?:of|for) (?:the )?"
    r"(?:(?:\^[a-z-]+|A\d+|O\d+|and|,|of) ){1,8}?"
)
"""A part of a ministry: 'Bureau of Energy Resources Senior Official N'."""
_OWN = (
    r"(?:(?:(?P<own>[CO]\d+ C\d+|O\d+ A\d+|[ACOV]\d+|(?<!in )(?<!at )(?<!to )(?<!from )L\d+)(?: \( [ACO]\d+ \))?(?: "
    r"'s)? "
    rf")?(?:{_MINISTRY}|{_BUREAU}|{_BODY})?)"
)
_STACK = (
    r"(?P<title>T\d+(?: ?(?:,|and|, and|/|-|&|–)? (?:the )?"
    r"(?:O\d+ (?:\^[a-z]+ ){0,2}|(?<!and )(?<!the )A\d+ )?T\d+){0,3})"
)
_OF = (
    r"(?P<of>(?: (?:of|for|to|in|at|from) (?:the )?(?:\^?(?:sisterly|brotherly|friendly|neighbou?ring) "
    r")?(?:(?:\^kingdom|\^sultanate|\^commonwealth|\^federation|\^republic|"
    r"republic|\^government|government|\^state|state) "
    r"of "
    r"(?:the )?|\^(?:commission|council|assembly) of (?:the )?)?(?:[ACLV]\d+|O\d+(?: \^(?:commission|secretariat|"
    r"executive|council|office|"
    r"parliament|assembly|board|bureau|committee))?(?: and \^?other \^international \^organi[sz]ations)?"
    r"|\^international \^organi[sz]ations)(?: \( O\d+ \))?"
    r"(?: 's(?: \^[a-z][\w-]*(?: (?:of|for|and)(?= \^))?){1,6})?"
    r"(?: (?:and|,) [CO]\d+)*)*(?: \^(?:defense|defence|armed|self-defense) \^forces)?)"
)
_FIELD = (
    r"(?: (?:for|of|on|to|in) (?:the )?(?:\^[^\s\d]+|[ACLOE]\d+|N\d+(?= (?:\^|and|,)))(?: (?:\^[^\s\d]+|"
    r"and|,|&|of|the|for|[ACLO]\d+|N\d+(?= (?:\^|, and \^|and \^))|-"
    r"(?= \^)))*?)?"
)
_TO = r"(?: (?:to|of) (?P<to>(?:the |his |her )?(?:[ACO]\d+(?: 's)? )?T\d+)(?= of | ,| N|$| and | \.| to | on | in ))?"
"""Whom an officer serves: 'Special Assistant to the Prime Minister of N'. It is not the officer's own office."""
_TAIL = (
    r"(?: ,(?: (?:\^[^\s\d]+|and|,|&|abroad|[AL]\d+|N\d+(?= (?:\^|and|,|of|abroad)))){1,8}?(?= of (?:the )?[CO]\d))?"
)
"""More fields of the same ministry: 'Minister of Foreign Affairs, Migration and Expatriates of Lebanon'."""
_HON = (
    r"(?: (?:\^?(?:mr|mrs|ms|dr|mr\.|mrs\.|ms\.|dr\.|sir|honorable|hon\.|h\.e\.|datuk|seri|his|her|excellency|"
    r"sheikh|sayyid|gen\.|"
    r"(?:sr|lt|maj|col|brig|capt|cmdr|adm|gen) "
    r"\.|lord|tun|majesty|highness|royal|general|leader|field|marshal|cardinal|archbishop)|h\.e\.|N\d+(?= \^?dr\.? "
    r"N)))*"
)

TITLED = re.compile(
    rf"(?:\^?the )?{_HEADWORDS}{_OWN}{_STACK}{_FIELD}?{_TO}{_TAIL}{_OF}{_FIELD}(?: \( [^()]{{1,50}} \))?(?: , ?|"
    rf")?{_HON} (?P<name>N\d+)"
    r"(?! , and \^[^\s\d]+(?: \^[^\s\d]+)* N\d)"
    r"(?P<late>(?: of (?:the )?(?:(?:\^?(?:\w+|A\d+) )?\^?(?:republic|state|kingdom|commonwealth|federation|sultanate|"
    r"emirate|"
    r"principality|duchy|union|co-operative|confederation) of (?:the )?(?:\^?(?:republic|union) of )?)?[CO]\d+)?)"
)
"""'Kazakh President N', 'President of Kazakhstan N', 'Secretary of State N', 'President N of Brazil'."""
_PARTY_OFFICE = (
    r"(?:T\d+ )?T\d+ of (?:the )?(?:(?:\^[a-z][\w'-]*|ruling|A\d+|C\d+|N\d+|'s?|’s) ){0,5}?\^?party"
    r"(?: of (?:the )?[CA]\d+| of N\d+| \( (?:[A-Z]\d+|\^?[a-z]{2,5}) \)| \^?central \^?committee| 's){0,4}(?: ,)? "
    r"(?:and|,) "
)
"""The head of a ruling party who holds an office of state as well."""
PARTY_AND_OFFICE = re.compile(
    rf"(?:\^?the )?{_PARTY_OFFICE}(?:the )?{_OWN}{_STACK}{_OF} (?P<name>N\d+)"
)
"""'General Secretary of the Communist Party of C and President N'."""
APPOSED_PARTY = re.compile(
    rf"(?P<name>N\d+) , (?:the )?{_PARTY_OFFICE}(?:the )?{_OWN}{_STACK}{_OF}(?= [,.;]| and| who| in L| on D|$)"
)
"""'N, general secretary of the Communist Party of C and A president'."""
HELD_BY = re.compile(
    rf"(?:\^?the )?{_OWN}(?P<title>T\d+)(?: (?:for|to|on|of)(?: (?:\^[^\s\d]+|and|,|&|of|the|for|to|[ACLO]\d+|"
    rf"N\d+)){{1,8}}?)?"
    rf"(?P<to> (?:to|of) (?:the )?T\d+)?{_OF}(?: \( [A-Z]\d+ \))?(?: ,)? (?P<second>T\d+){_HON} (?P<name>N\d+)"
)
"""'Special Envoy for Rivers, Ambassador N': one person, where the second title is a rank (`RANKS`)."""
AFTER = re.compile(rf" , (?:the )?{_OWN}{_STACK}{_FIELD}?{_TO}{_OF}")
"""What may follow a titled name: 'General N, Chief of the General Staff of the Chadian Armed Forces'."""
APPOSED = re.compile(
    rf"(?P<name>N\d+)(?: \( [^()]{{1,30}} \))? , (?:(?:the|a|an) "
    rf")?(?:\^?(?:leading|senior|prominent|veteran|influential|key|top) "
    rf")?{_HEADWORDS}{_OWN}{_STACK}{_FIELD}?{_TO}{_OF}{_FIELD}"
    r"(?: \( [^()]{1,30} \))?(?= [,.;:)\"”–—]| and| who| said| told| at the time| on D| in L| D\d+| to (?!the )|$)"
)
"""'N, China's foreign minister,'"""
_OFFICE_AFTER = (
    r"N\d+ , (?:the )?(?:[AC]\d+ (?:'s )?)?(?:\^?[a-z][a-z-]* ){0,2}?T\d+(?: of (?:the )?[CO]\d+)?"
)
APPOSED_SERIES = re.compile(rf"(?<=[a-z:;] ){_OFFICE_AFTER}(?: ,(?: and)? {_OFFICE_AFTER})+(?= [,.;]|$| and)")
"""'… by N, President of C, N, President of C, and N, …': the first has the office after the name, so all have."""
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
    rf"(?:\^?the )?{_HEADWORDS}{_OWN}{_STACK}{_FIELD}?{_TO}{_OF}{_FIELD} ,{_HON} (?P<name>N\d+)(?= ,| \.|$| and| ;)"
)
"""'The President of the European Council, N,'"""
ELECTED = re.compile(
    rf"(?P<name>N\d+) on (?:(?:his|her|their) (?:\S+ )?(?:election|re-election|reelection|appointment|inauguration|"
    rf"victory|assumption|nomination)"
    rf"|(?:assuming|becoming|being|taking)(?: [a-z-]+){{0,4}})(?: [a-z-]+){{0,3}}? (?:as|to|of) (?:serve as |be "
    rf")?(?:the )?(?:\S+(?:st|nd|rd|th) |next |new )?"
    rf"(?:role of |office of |position of )?{_OWN}{_STACK}{_FIELD}?{_OF}"
)
"""'congratulations to N on her election as President of C'"""
PARTING = re.compile(
    r"(?P<name>N\d+)(?: ,)? (?:(?:on|upon|at|for|ahead of|following|in connection with)(?: the)?(?: occasion of)?(?: "
    r"the)? "
    r"(?:completion|end|conclusion|expiry|expiration|termination|beginning|start|close) of (?:his|her|their)"
    r"|who (?:is|was|has|had)(?: (?:[a-z]+ly|just|been|now))? "
    r"(?:completing|concluding|ending|finishing|leaving|completed|"
    r"concluded|ended|finished|beginning|begun|taking up|wrapping up) (?:his|her|their))(?: [a-z-]+){0,3}? "
    r"(?:mission|term|tenure|service|posting|duties|assignment|mandate|tour|office|work)(?: of [a-z]+)? (?:as|of) "
    r"(?:the )?"
    rf"{_OWN}{_STACK}{_FIELD}?{_OF}"
)
"""'received N on the completion of her mission as Ambassador of C'"""
NAME_OF = re.compile(
    r"(?P<name>N\d+) of (?:the )?(?P<own>[CO]\d+|A\d+(?= \^?(?:royal|presidential|prime|foreign|cabinet|state|"
    r"government)))"
)
"""'N of Kazakhstan'"""
NAME_IN = re.compile(r"(?P<name>N\d+) \( (?:\^?the )?(?:\^?[a-z]+ (?:of )?(?:the )?){0,2}(?P<own>[CO]\d+) \)")
"""'N (Kingdom of Denmark)'."""
OWN = re.compile(r"(?P<own>C\d+) 's (?P<name>N\d+)")
"""'Paraguay's N': a person only where the register knows one of that state by the name."""
NAMES = re.compile(r"(?P<name>N\d+)")
"""A bare name."""
GOES_ON = re.compile(
    r"(?:[a-z]{3,}ed|will|would|has|have|had|is|was|are|were|met|meets?|held|holds?|took|takes?|led|leads?|gave|came|"
    r"went|left|sent|spoke|paid|flew|chairs?|hosts?|visits?|arrives?|receives?|welcomes?|represents?|attends?|"
    r"presides?|"
    r"signs?|also)"
)
"""A verb that follows the comma at the end of an apposition."""
GROUP_NAMED = re.compile(
    r"(?P<own>(?:[AC]\d+(?: 's)?(?: (?:and|,|-|–))? )*)(?P<title>S\d+)(?P<of>(?: of (?:the )?[CO]\d+(?:(?: ,| and| , "
    r"and) (?:the )?C\d+)*)?)"
    r" ?[,–—-]? (?P<names>N\d+(?: of (?:the )?C\d+)?(?:(?: ,| and| , and) N\d+(?: of (?:the )?C\d+)?)+)"
)
"""'Presidents N of Argentina and N of Uruguay', 'the presidents of Ukraine and Türkiye, N and N'."""
GROUP_OF = re.compile(
    r"(?P<own>(?:[AC]\d+(?: 's)?(?: (?:and|,|, and|-|–))? ){1,6})(?P<title>S\d+)"
    r"|(?P<title2>S\d+) (?:of|from) (?:the )?(?P<of>C\d+(?:(?: ,| and| , and) (?:the )?(?:\^republic of )?C\d+)+)"
)
"""'the foreign ministers of X and Y', 'Turkish and Iranian presidents': offices without names."""
OFFICE = re.compile(
    rf"(?P<det>(?:\^?(?:the|his|her|their|its|a|an|both)) )?{_HEADWORDS}{_OWN}"
    rf"(?:(?<='s )(?:(?:top|chief|senior|nuclear|main|lead|economic|trade|climate|military|peace|special|new) "
    rf"){{1,3}})?{_STACK}{_OF}"
)
"""An office without a name: 'the Kazakh leader', 'his counterpart', 'the Secretary'."""
