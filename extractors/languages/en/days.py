"""The words around a date that tell whose day it is, over `sentence.code`: of the contact, of saying so, of something
else."""

from __future__ import annotations

COMING = r"\b(?:next|coming|later this) (?:week|month|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
"""In the text: a day that lies ahead whatever the tense."""
OTHERS = (r" 's (?!(?:\S+ ){0,3}(?:meetings?|talks|visit|summit|call|conversation|negotiations|session|trip|gathering|"
          r"conference|consultations|discussions|dinner|lunch)\b)"
          r"| (?:(?!(?:without|in|on|after|for|to|of|by|from|over|with|before|about|and|as|amid|despite|under|"
          r"against) )\w+ )?"
          r"(?:elections?|attacks?|bombings?|vote|referendum|polls?|coup|killings?|strikes?|shooting|"
          r"explosion|earthquake|deadline|resolution|agreement|accord|deal|declaration|ceasefire|truce|invasion|"
          r"inauguration|budget|quotas?)\b")
"""After a date: it is the day of another thing ('September's election', 'the May 5 vote')."""
_ON = r"(?: (?:on|in|at|by|for|last|early|late|the|L\d+|C\d+|planned|scheduled|set|due|held))* $"
OTHER_EVENT = (
    r"\b(?:elections?|attacks?|bombings?|vote|referendum|polls?|coup|killings?|strikes?|shooting|explosion|earthquake|"
    r"crash|war|invasion|inauguration|deadline|ceasefire|truce|resolution|birthday|anniversary|"
    r"(?:agreement|accord|deal|treaty|pact) (?:signed|reached|struck|concluded))" + _ON
)
"""Before a date: it may well be the day of something that is no contact."""
OTHER_DEED = (
    r"\b(?:(?:took|take|takes|taking) (?:office|effect|power)|sworn in|(?:came|come|comes|go|goes|went|enter\w*) into "
    r"(?:force|effect)|came to power|expir\w+|resigned|elected|appointed|killed|arrested|detained|released|imposed|"
    r"adopted|broke out|seized|captured|founded|established|died|invaded|annexed)" + _ON
)
"""Before a date: it is the day of a deed that is no contact."""
CLAUSE = r"\b(?:when|where|who|whose|which|because|although|while)\b[^,]*$"
"""Between the verb and a date: the date is that of a clause of its own."""
HAD_BEEN = r"\b(?:where|after which|who) (?:(?:he|she|they|P\d+|the \w+) )?had\b"
"""Between the verb and a date or event: it is that of what had been before, 'came from L, where he had met N on D'."""
CLOSES = r"\b(?:ending|ends|until|till|through|concluding|to end|finishing|wrapping up|lasting until)(?: on)? $"
"""Before a date on which a trip or session ends."""
AHEAD_OF = (r"\b(?:ahead of|before|prior to|in preparation for|on the eve of|"
            r"(?:as|while) \S+ (?:prepares?|gets ready) (?:to|for))\b")
"""Between a date and what is still to come."""
WHO_CAME = r", (?:who|which) [^,]*$"
"""Before a date: it stands in a clause about the actor, 'N, who arrived on Sunday, met N'."""
RUN_UP = r"\b(?:ahead of|before|prior to|prepar\w+ (?:for|of)|run-up to|in view of) (?:\S+ ){0,7}$"
SINCE = r"\bsince (?:\S+ ){0,10}$"
"""Before a date from which something lasts: no day of a contact."""
PRESENT = (r"(?:leaves?|departs?|travels?|fl(?:y|ies)|arrives?|visits?|meets?|holds?|begins?|starts?|opens?|hosts?|"
           r"receives?|"
           r"pays?|goes|heads|returns?|gathers?|convenes?|resumes?|sets? off)\b")
"""In the text, not its title, such a verb with a weekday tells of what is fixed for that day."""
AFTER = r"\b(?:after|since|following|from) (?:\S+ ){0,6}$"
SAID_ON = r"\b(?:said|says|announced|confirmed)(?: on)? $"
THEN_MET = (r"(?: ,)? (?:just |shortly |immediately |soon )?(?:after|following)\b"
            r"(?! (?:the |a |an )?(?:elections?|attacks?)\b)")
"""After the day of saying so: what was said 'on Monday after talks' was said on the day of the talks."""
UPON = r"\b(?:after|following) (?:\S+ ){0,5}$"
"""Before the contact, after the day of saying so: 'said on Monday he was hopeful, after talks with N'."""
TOLD = r"\b(?:told|tells) (?:\S+ ){1,7}?(?:on )?$"
"""Before the day of saying so: 'told the agency on Monday'."""
ASIDE = r" \( (?:[^\s()]+ ){1,8}$"
"""Before a date that stands in parentheses with words of its own."""
NEARER = (
    r"\b(?:where|and|,)(?: (?:he|she|they))?(?: (?:had|also|then|later|will|has|have|is to))*(?: separately)? "
    r"(?:held|hold|met|meet|signed|sign|visited|visit|attended|attend|hosted|received)\b"
)
"""Another verb of a contact between a contact and a date."""
DUE = r"\b(?:start|begin|due|set|scheduled|planned|slated)(?: (?:to|for|on|start|begin))* $"
SET_OUT = (r"\b(?:left|arrived|landed|flew|departed|came|headed|set (?:off|out)|began|started|kicked off|embarked)(?: "
           r"(?!will|to|would)\S+){0,7} $")
"""Before the day on which somebody set out."""
THEN_TO = r"\b(?:where|during which|before|for|to attend|in which)\b"
"""Between that day and what is to come on the trip."""
WHERE_ONCE = r"\b(?:where|in which|at which) (?:he|she|they|P\d+)\b"
"""Between the day of one thing and the scene of another."""
HOURS_BEFORE = r"\b(?:hours|minutes|shortly|just|moments) before\b"
"""Who calls off a trip hours before it does so on its very day."""
LENGTH = (r"\b(?P<n>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})(?:-days?| ?- ?days?| days?(?: of)?) (?:\w+ "
          r"){0,2}"
          r"(?P<noun>visit|trip|tour|summit|forum|conference|meetings?|talks|session|negotiations|discussions|congress|"
          r"consultations|mission|stay|round|retreat|gathering|encounter|stopover|journey)\b"
          r"|\bfor (?P<m>two|three|four|five|six|seven|\d{1,2}) days\b")
NTH = (r"\b(?:(?P<first>first|opening)|(?P<nth>second|third|fourth|fifth)|(?P<last>last|final|closing|concluding)) "
       r"(?:and "
       r"(?:last|final) )?(?:day|leg)(?: of (?P<what>(?:\S+ ){0,5}?(?:visit|trip|tour|talks|meetings?|summit|session|"
       r"conference|negotiations|forum|discussions|E\d+)))?")
"""'on the second day of his visit'."""
ORDINALS: dict[str, int] = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
ENDING = (r"\b(?:end(?:s|ed|ing)?|conclud(?:e|es|ed|ing)|wrap(?:s|ped|ping)? up|w(?:i|ou)nd(?:s|ing)? up|complet(?:ed|"
          r"es|ing)|"
          r"finish(?:ed|es|ing)?|clos(?:ed|es|ing)|at the end of|after)\b")
"""What says that the day named is the last of several."""
LEAVING = (r"\b(?:(?:is|was|were|be|been) (?:in|visiting)|leaves?|leaving|left|departs?|departed|sets? (?:out|off)|"
           r"flies|fly|flew|travels?|travell?ed|arrives?|arrived|"
           r"arriving|begins?|beginning|began|starts?|starting|started|heads?|kicks? off|goes|visits?|visiting|planned|"
           r"scheduled|due|expected)\b")
"""What a traveller does on the first day of a trip."""
LATER = (r"^(?:later|afterwards?|then|subsequently|after (?:the|their|his|her|this|these) (?:\S+ ){0,3}?"
         r"(?:meeting|talks|lunch|dinner|ceremony|negotiations|conversation|encounter|breakfast))\b")
"""How a sentence begins that tells of the same day."""
