"""Words by which English says that somebody is in a country or city: over `sentence.code`, `who` is the number of a
person (left out where a pronoun stands for the traveller), `site` the place."""

from __future__ import annotations

_SITE = r"(?:the )?(?P<site>A\d+ capital|[LC]\d+)(?! 's)"
_TRIP = r"(?:visit|trip|tour|stop|stopover|stay|mission|swing|journey)"
_BE = r"(?:is|was|has been|had been|are|were)"
HERE: tuple[str, ...] = (
    rf"P(?P<who>\d+)(?: ,)?(?: who)?(?: {_BE})?(?: (?:currently|now|also|already))? on (?:a|an|his|her|their)"
    rf"(?: [^\s.,;]+){{0,5}}? {_TRIP} (?:to|in|of) {_SITE}",
    rf"P(?P<who>\d+) ,(?: who)?(?: {_BE})?(?: (?:currently|now|also|already))? (?:visiting|in) {_SITE}"
    r"(?= (?:for|on|to|since|,|as|with|at|ahead)\b)",
    rf"P(?P<who>\d+) {_BE} (?:(?:currently|now|also|already) )?(?:visiting|in) {_SITE}(?= (?:for|on|to|since|,|D\d+))",
    r"P(?P<who>\d+)(?: ,)? who (?:is|was|has|had)?(?: \w+ly)?(?: ?(?:arrived|landed|flew|came|arrives|touched down|"
    rf"travell?ed|drove))?(?: in| into| to) {_SITE}",
    rf"(?:during|in the course of|as part of|within) (?:his|her|their|P\d+ 's)(?: [^\s.,;]+){{0,4}}? {_TRIP} (?:to|in) "
    rf"{_SITE}(?! (?:on |in |earlier |last |late |early )*D\d)(?! (?:last|earlier|in)\b)",
)
"""Who is on a visit now, or was at the time of what is told."""
THEN: tuple[str, ...] = (
    rf"when (?:he|she|they|P\d+) (?:(?:next|first|will) )?(?:visits?|arrives? in|travels? to|comes? to|goes to|go to|"
    rf"flies to|fly to|is in|are in) {_SITE}",
    rf"(?:during|on|in the course of) (?:his|her|their|P\d+ 's) (?:[^\s.,;]+ ){{0,2}}?"
    rf"(?:upcoming|forthcoming|planned|expected|scheduled|coming) (?:[^\s.,;]+ ){{0,2}}?{_TRIP} (?:to|in) {_SITE}",
)
"""Where the traveller will be by the time of what is to come."""
SEAT = (
    r"(?P<event>E\d+)(?: \( [^()]{1,12} \))?(?: ,)?(?: (?:which|that|is|was|to|will|be|being|due|held|hosted|taking|"
    r"place|set|opening|convened|under|way|underway|currently|this|week|year|D\d+|on)){0,5}? (?:in|at) (?:the )?"
    r"(?:(?:A\d+|city|capital|resort|town|port|red|black|sea|northern|southern|eastern|western|central|coastal|"
    r"of|island|neighbou?ring) ){0,4}(?P<site>[LC]\d+)(?:(?: ,)? (?P<more>[LC]\d+))?"
)
"""Where a larger event is: 'the E summit in Lima'."""
NAMED_SEAT = r"\b(?:forum|conference|summit|dialogue|congress|expo|session|talks|fair|week|debates?)\b"
"""Nouns before which a city in an event's name is where it is held: 'Antalya Diplomacy Forum'."""
GATHERING = (
    r"\b(?:summits?|talks|negotiations|(?<!news )(?<!cabinet )meetings?|session|retreat|round|(?<!news )(?<!press )"
    r"conference|ceremony|gathering|(?:was|were|been) signed|consultations|dialogue|forum)\b"
)
"""What an opening sentence calls the contact that it tells of without saying who met."""
STOP = (
    r"(?: ?,)?(?: ?(?:and|then|before|next|followed by))*(?: ?(?:(?:travel|go|fly|head|proceed|continue)(?:ing)?|"
    r"visit(?:ing)?|on))*"
    r"(?: ?(?:to|in|for))?(?: ?the)? ?(?P<site>[LC]\d+)(?: , (?P<more>C\d+))?(?: ,)?(?: (?:on|from))? "
    r"(?P<date>D(?P<day>\d+))"
)
"""One of several stops of a trip with its day, after the one before: ', and to L, C, on D'."""
STOP_DAY: tuple[str, ...] = (
    r"\b(?:in|to|visit(?:ing)?) (?:the )?(?P<site>[LC]\d+)(?: , (?P<more>C\d+))?(?: ,)?(?: (?:on|from))? "
    r"(?P<date>D(?P<day>\d+))",
    r"\b(?:on|from) (?P<date>D(?P<day>\d+))(?: ,)?(?: (?!in |to )[^\s.;,]+){0,5}? (?:travel|visit|fly|head|go|be|"
    r"continue)(?:ing)?(?: on)?(?: (?:to|in))?(?: the)? (?P<site>[LC]\d+)(?: , (?P<more>C\d+))?",
)
"""The day of one stop, in a sentence of its own: 'In L on D, N will …', 'on D, N will travel to L'."""
