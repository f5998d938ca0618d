"""Sentences that report a contact, as rules over units (P person, C state, O body, G several people, L V places, E
event).

A rule is (id, type, words of which one must occur, expression). Names in braces stand for the parts of `PARTS`.
Groups: `x` who acts, `y` with whom, `aux` what stands between actor and verb, `np` the words around the noun, `c`
where to, `event` the larger event. A rule whose id ends in `.host` makes x the host and y the guest.
"""

from __future__ import annotations

from extractors.languages.en.event_rules import EVENTS
from extractors.languages.en.meeting_rules import MEETINGS
from extractors.languages.en.talks_rules import TALKS
from extractors.languages.en.visit_rules import VISITS

SIDE = (
    r"(?:(?:his|her|their) (?:host|guest|interlocutor)(?: ,)? )?"
    r"(?:(?:(?:senior|top|high-ranking|high-level|visiting|several|some|other|government|cabinet|local|political|"
    r"foreign|\d+) )*(?:officials|diplomats|"
    r"representatives|envoys|delegations|a delegation|delegation|leaders|ministers|negotiators|counterparts|partners|"
    r"allies)"
    r"(?: (?:of|from)|(?: ,)? including) )?"
    r"(?:(?:the|both|his|her|their|its|a|an|visiting|he|hh|h\.e\.?|ms|hon|appointed|\.|royal|highness|majesty|"
    r"excellency|brother|president|presidents|dr|mr\.?|mrs\.?|new|newly|elected|outgoing|incoming|"
    r"senior|top|fellow|high-ranking|high-level|interagency|other|governments? of|peoples? of|kingdom of) )*(?:P\d+ 's "
    r"(?=P\d))?(?:G\d+(?: and (?:\w+ ){0,2}governors)? of (?:the )?(?:\w+ "
    r"){0,4}(?:countries|nations|states|powers|economies)|G\d+ (?:of|from) (?:the )?[CO]\d+|P\d+(?! (?:campaign|"
    r"transition|associates?|supporters?|aides?|lawyers?|allies)\b)(?!\d)|C\d+ 's (?:[a-z-]+ "
    r"){0,4}(?:G\d+|leadership|military|army|government|establishment|security services)|"
    r"[CO]\d+|G\d+(?! (?:of|from) (?!(?:the )?(?:two|three|both|their)\b)))(?: \( [COx]\d* \))?"
    r"(?: (?:member )?(?:states|nations|countries|members)(?= and| ,))?"
    r"(?:(?: [,–—])? (?:co-led|led|headed) by (?:the )?P\d+(?:(?: ,)?(?: and)? (?:the )?P\d+){0,4}(?: [–—](?= ))?)?(?! "
    r"'s)"
    r"(?! (?:radio|tv|television|newspaper|magazine|broadcaster|channel|station|company|firm|university|school|media|"
    r"businessm[ae]n|businesspeople|students|journalists?|reporters?|experts?|scholars?|artists?|athletes?)\b)"
)
LIST = (rf"{SIDE}(?:(?: ,)? (?:and|as well as|together with|along with|accompanied by|joined by|including|, including|"
        rf"&|/|,|and with|with) "
        rf"(?:with )?"
         rf"(?:then )?{SIDE})*")
_WE = (r"(?:they|he|she|we|our (?:two|three|four|five) (?:countries|nations|governments)|(?:the "
    r")?(?:two|three|both) (?:sides|parties|countries|nations|men|leaders|officials|diplomats|"
       r"heads|"
       r"G\d+|delegations|women|neighbors|allies|presidents)|(?:the )?(?:sides|parties|interlocutors|two|pair|"
       r"delegations)|(?:the|this) (?:[a-z-]+ )?delegation(?! (?:of|from|led|headed)\b))")
ACTOR = rf"(?:{SIDE}|{_WE})"
"""With what `X` of the rules begins."""
PARTS: dict[str, str] = {
    "X": rf"(?P<x>{LIST}|{_WE})",
    "Y": rf"(?P<y>{LIST})",
    "YP": r"(?P<y>(?:him|her|them)(?= |$)|(?:(?:the|his|her|their|a|visiting|outgoing|incoming|departing|new|newly|"
          r"appointed|elected|h\.e\.?|mr\.?|ms\.?|dr\.?) )*(?:[PG]\d+|(?:[a-z-]+ ){0,2}delegations? (?:of|from) (?:the "
          r")?[CO]\d+(?:(?: ,)? (?:led|headed) by (?:the |its |his )?(?:\w+ )?P\d+)?|G\d+ (?:of|from) (?:the "
          r")?[CO]\d+(?: \( O\d+ \))?|C\d+(?: ,)? (?:led|headed) by (?:the |its |his )?(?:\w+ )?P\d+)(?:(?: ,)? (?:and|"
          r"as well as|,) (?:(?:the|his) "
          r")*[PG]\d+)*)(?! 's)",
    "PAREN": r"(?: \( [^()]{1,60} \)| , who(?: \w+ly)?(?= )| ,(?! and \w+ed)(?: [^\s,]+){1,22} ,| ,"
             r"| (?:said|says|announced|confirmed)(?: on)?(?: D\d+)?(?: that)? (?:it|he|she|they)"
             r")?",
    "AUX": (r"(?P<aux>(?: (?:will|would|is|are|was|were|has|have|had|to|be|been|being|due|set|expected|scheduled|"
            r"planned|plans|"
            r"plan|planning|going|may|might|could|can|should|not|n't|also|then|later|earlier|on|D\d+|here|separately|"
            r"jointly|"
            r"briefly|again|first|agreed|hopes|hope|hoped|hoping|wants|want|wanted|wishes|wished|intends|decided|"
            r"ready|likely|about|[a-z]+ly|never|"
            r"just|"
            r"recently|once|both|subsequently|privately|together|in|turn|at|L\d+|V\d+|C\d+|each|now|scheduled|slated|"
            r"today|yesterday|morning|afternoon|evening|already|finally|prepares|preparing|preparations|supposed|bound|"
            r"seeks|"
            r"had|do|does|did|looks|look|looking|forward|pleased|honou?red|officially|warmly|formally|still|day|the|"
            r"same|all|personally|willing|urgently|"
            r"held|during|E\d+|unexpectedly|tentatively|week|this|next|next|shortly|soon|for|time))*?)"),
    "ADV": (r"(?:(?: "
    r"(?:on|D\d+|in|at|here|today|L\d+|V\d+|C\d+|again|separately|briefly|the|one-on-one|behind|closed|"
            r"doors|in "
            r"person|virtually|,|privately|together|late|early|by|phone|telephone|video|link|via|for|first|time|day|a|"
            r"afternoon|"
            r"morning|evening|his|her|office|x|local|city|capital|of|during|E\d+|sidelines|margins|this|week|next|"
            r"earlier|"
            r"later|hour|hours|more|than|an|one|two|three|four|five|half|thirty|forty|sixty|ninety|nearly|almost|over|"
            r"minutes|about|once|abroad|overseas))*?)"),
    "NP": r"(?P<np>(?: (?!with |between |said )[^\s.;:]+){0,9}?)",
    "NPS": r"(?P<np>(?: (?!with |between |said |to )[^\s.;:,]+){0,6}?)",
    "TALK": (r"(?:talks?|video[ -]conferences?|meetings?|negotiations|conversations?|consultations|discussions?|"
             r"phone-?calls?|calls?|"
             r"exchange|"
             r"summit|dialogue|audience|session|videoconference|teleconference|briefing|interview|telephone|luncheon|"
             r"dinner|"
             r"encounter|lunch|breakfast|E\d+)"),
    "WORDS": (r"(?:remarks|statements?|press statements?|press conference|news conference|press availability|"
              r"media availability|(?:press|media|news) (?:point|stakeout|briefing|x)|toasts|comments?|address|speech|"
              r"greetings?|intervention)"),
    "OPENING": (r"[^\w]*(?:"
                r"(?:opening|joint|closing|introductory|brief|virtual|video|welcome|welcoming|exchange of) )*"),
    "PRESS": r"(?: to (?:the )?(?:press|media))?",
    "TO": r"(?P<c>(?:the )?(?:(?:north|south|east|west|central)(?:ern)? |(?:A\d+ )?(?:(?:resort|port|capital|coastal|"
          r"border) )?(?:city|capital|resort|town|"
    r"port|island) (?:of )?)?(?:[CLVO]\d+)(?:(?: ,)? "
    r"(?:and|,|then) (?:the )?[CLV]\d+)*)",
    "WITHIN": r"(?: (?!said |told |that )[^\s.;]+){0,14}?",
    "SHORT": r"(?: (?!said |told |that )[^\s.;]+){0,6}?",
    "HOLD": (r"(?:held|convene[ds]?|"
             r"holds?|holding|hosted|had|have|has|having|conducted|conducts?|conducting|began|begin|begins|"
             r"started|starts?|opened|opens|"
             r"concluded|concludes|closed|wound up|ended|ends|completed|continued|resumed|took part in|takes part in|"
             r"wrapped up|"
             r"finished|join(?:s|ed)?(?! in\b)|take part in|host|hosts|complete|continue|resume|conclude|"
             r"participate[ds]? in|co-chair(?:s|ed)?|chair(?:s|ed)?|launch(?:es|ed)?|engage[ds]? in|entered|will have|"
             r"announced|arranged)"),
    "GO": (r"(?:arrived|arrives?|arriving|jetted off|jets off|landed|lands|flew|flies|fly|travel(?:l?ed|l?ing|s)?|went|"
           r"goes|go|"
           r"headed|heads|"
           r"departed|departs|depart|left|leaves?|came|come|comes|set off|sets off|set out|sets out|sets off|returned|"
           r"flying|heading|leaving|"
           r"touched down)"),
    "PAY": (r"(?:paid|pays|pay|paying|makes|made|make|making|embark(?:ed|s|ing)? "
    r"on|begins|began|begin|starts|started|"
            r"start|plans|planned|plan|planning|"
            r"concluded|concludes|completed|is on|was on|wrapped up|conduct(?:s|ed)?|on|undertake|undertook|kicked off|"
            r"kicks off|kick off|caps|capped|opens|opened|wraps up|announced|"
            r"ended|ends|end|finished|beginning|continues|continued|launch|launched|undertakes|arrives "
            r"on|arrived on)"),
    "TEAM": (r"(?: ,)? (?:and|with|along with|including|comprising|accompanied by|together with|joined by) (?:(?:an?|"
             r"the|other|several|senior|interagency|"
             r"high-level|business) )*(?:officials|representatives|members|staff|delegation|team|others|experts)"
             r"(?: (?:from|of)(?: (?!will |to |would )[^\s.;]+){1,24}?)?(?: ,)?"),
    "KILL": r"(?:cancell?ed|cancels|called off|calls off|scrapped|scraps|axed|abandoned|nixed|cancel|scrap|call off)",
    "DELAY": r"(?:postponed|postpones|postponing|delaying|put off|puts "
    r"off|delayed|delays|deferred|rescheduled|put on "
             r"hold|postpone|put off)",
}
CANCELLED = (
    r"\b(?:cancell?ed|cancels?|call(?:ed|s)? off|scrapped|scraps?|abandoned|axed|will not (?:take place|be held|go "
    r"ahead))\b"
)
POSTPONED = r"\b(?:postponed|postpones?|postponing|put off|puts off|delayed|deferred|rescheduled|pushed back)\b"
PLANNED = (r"\b(?:will|to|would|due|set|expected|scheduled|slated|plans?|planned|planning|going|intends|prepares|"
           r"preparing|about|"
           r"upcoming|forthcoming|coming|supposed|shortly|soon)\b")
PROPOSED = (r"\b(?:may|might|could|hop(?:es?|ed|ing)|want(?:s|ed)?|wish(?:es|ed)|ready|should|"
            r"seeks|willing|propos\w+|suggest\w+|offer\w*|possible|"
            r"potential|"
            r"invit\w+|likely to|considering|open to)\b")
ONGOING = (r"\b(?:is|are) (?:\w+ly |now |also )?$|\b(?:under way|underway|has started|have started|began|is "
           r"on|are on)\b")
NEGATED = r"\b(?:unlikely|not|n't|never|no|denied|denies|refused|declined|refuses|without|neither|nor)\b"
REMOTE = (
    r"\b(?:phone|telephone|telephonic|telephoned|phoned|phone-call|phone-calls|by phone|call|calls|called|hotline|"
    r"teleconference)\b"
)
VIDEO = r"\b(?:video|videoconference|virtual|virtually|online|video-link|teleconference|videoconferencing)\b"
SEVERAL = (
    r"\b(?:conversations|calls|meetings)\b|\b(?:separately|respectively|individually)\b|"
    r"\bseparate (?:talks|discussions|consultations|negotiations)\b"
)
"""Nouns that tell of several contacts where one actor has them with several others."""
JOINT = r"\b(?:joint|trilateral|three-way|quadrilateral|conference call|four-way|together)\b"

WINDOW = (
    r"\b(?P<aux>)(?:met|meet|meets|meeting|meetings|talks|summit|negotiations|consultations|dialogue|session|sitting|"
    r"retreat|"
    r"(?P<trip>visit|visits|visited|visiting|trip|tour)|host|hosts|hosted|hosting|receive|receives|received|receiving|"
    r"welcomes?|welcomed|greets?|greeted|dinner|lunch|breakfast|banquet|tea|call|calls|phone|telephone|telephoned|"
    r"ceremony|signs?|signed|"
    r"inked|discuss|discusses|discussed|discussing|conversation|conferred|bilateral|spoke|speaks|news conference|"
    r"press conference|counterpart|shook hands|face to face|invites?|invited|letter|message|congratulates?|"
    r"congratulated)\b"
)
"""Words of a contact, for the second look at the opening."""
HOSTILE = (
    r"\b(?:accus\w+|critici\w+|condemn\w+|slam\w*|blam\w+|denounc\w+|sanction\w*|investigat\w+|prob(?:e|es|ed|ing)|"
    r"elect(?:ed|ion|ions)|appoint\w*|nominat\w+|nominees?|named|pick(?:s|ed)?|sued?|lawsuit|court|judge|kill\w*|"
    r"attack\w*|mock\w*|insult\w*|"
    r"reject\w*|refus\w*|snub\w*|boycott\w*|arrest\w*|charg(?:ed|es)|resign\w*|book|film|poll|tweet\w*|rival\w*)\b"
)
"""Signs that two officials in one sentence oppose each other or are compared."""
VISITING = (
    r"\bvisiting (?:A\d+ )?P(\d+)|\bvisiting C\d+(?: ,)? (?:led|headed) by (?:the )?P(\d+)|P(\d+) 's (?:\S+ "
    r"){0,4}(?:visit|trip|tour)\b(?! (?:to|of|by|in) )|"
    r"P(\d+) ,(?: \S+){0,3} (?:is|was) (?:on a (?:\S+ ){0,4}visit|visiting)\b"
)
"""Signs that somebody is on a visit where he is met: groups are the numbers of persons."""

RULES: tuple[tuple[str, str, tuple[str, ...], str], ...] = (*MEETINGS, *TALKS, *VISITS, *EVENTS)
VISIT_KINDS: dict[str, str] = {"state": "state", "official": "official", "working": "working", "private": "private",
                               "unofficial": "private", "business": "working"}
"""Words before 'visit' and the kind they mean."""
HOSTING = (
    r"\b(?:at the (?:official )?invitation of|invited by|hosted by|at the request of)(?: his| her)?(?: \w+)? "
    r"(?P<p>[PC]\d+)"
)
CHAIRING = (r"(?P<p>[PGC]\d+)(?: ,[^,]*,)?(?: \w+){0,3}? (?:chaired|chairs|chair|co-chaired|presided over|presides|"
            r"co-chairs|will chair|co-chairing)"
            r"|(?:chaired by|co-chaired by|presided over by|chairmanship of|in the (?:chair|t) (?:was|is|will be)) "
            r"(?P<q>[PGC]\d+(?: and P\d+)?)"
            r"|with (?P<s>P\d+) (?:presiding|in the chair|chairing)"
            r"|(?P<r>[PGC]\d+)(?: ,)? who (?:chairs|chaired|presided|is chairing|co-chairs|(?:wielded|held) the gavel|"
            r"was in the chair|took the chair)")
CHAIRMAN = (r"\b(?:after|while|by|on) chairing (?:\S+ ){1,12}?, (?P<p>P\d+)"
            r"|\b(?:their|its) (?:current |acting )?(?:t|chairman|chairwoman|president)(?: ,)? (?:[AC]\d+ (?:'s "
            r")?)?(?:de |van |von )?"
            r"(?P<q>P\d+)")
"""Who presides over ministers that the text has just told of."""
ATTENDING = (r"\b(?:among the (?:\w+ )?(?:guests|participants|speakers|attendees|leaders)|opened by|in attendance|took "
             r"the floor|"
             r"with the participation of|in the presence of|flew in|on the panel|spoke at|also there|speakers "
             r"(?:include|included)|attended|took part|takes part|take part|taking "
             r"part|participat\w+|present|attending|"
             r"who hosts|\bpanel\b|opened it\b|(?:will|to|due to) (?:speak|address)|among "
             r"them|including|"
             r"included|joined|gathered|brought together|"
             r"brings together|hosted|invited|were guests|guests of|at the opening|leaders of|represented by|"
             r"delegation|alongside|(?:around|x) the table|at the table|sat in|sits in|spoke as well|(?:beside|x) "
             r"(?:him|her|them)|(?:expected|x) are|(?:taking|took|takes) the floor|came as|had a seat|took (?:a "
             r")?seats?|represent(?:ed|s)|"
             r"(?:is|are|was|were) hosting|headed by|gave (?:a speech|the floor)|seated|"
             r"the (?:presidents|leaders|heads of state) of|participants|welcomed|co-chaired|led by|addressed)\b")
APART = (
    r"\b(?:a|an|another|separate) (?:[^\s.;,]+ ){0,3}?(?:session|meeting|panel|round ?table|dinner|lunch|breakfast|"
    r"ceremony|talks)\b"
)
"""Another gathering beside the one told of."""
LISTING = (
    r"\b(?:(?:was|were|is|are|also|being|and|,) )?(?:attended|represented|addressed|joined|led|headed|opened) by\b|"
    r"\bin attendance\b|^(?:also )?(?:x|attending|present|participating|taking part|seated|joining(?: \w+)?)"
    r"(?: (?:in|at|on) [^,.;]{1,40}?)? (?:were|was|are|is)\b|\bP\d+ (?:is|are|was|were) "
    r"(?:due|to|expected|scheduled)(?: "
    r"to)? (?:speak|address|attend|take part|take the floor)\b|\bP\d+ (?:will|would) (?:also "
    r")?(?:speak|address|attend|take "
    r"part|take the floor)\b|"
    r"\b(?:around|x) the table\b|\b(?:beside|x) (?:him|her|them|P\d)|\b(?:expected|x) (?:to attend "
    r")?are\b|\b(?:taking|took) the floor\b|"
    r"\btook (?:a )?seats?\b|\bhad a seat\b|\b(?:participants|attendees|speakers|guests)(?: at [^,.;]{1,40})? "
    r"(?:include|included|were|are)\b|"
    r"\bP\d+(?: 's (?:[^\s.;]+ ){1,4}| ,(?: [^\s,]+){1,12} ,)?(?: (?:also|too|then|later|was|is|were|are|and))* "
    r"(?:attended|attends|took part|takes part|taking part|participat(?:ed|es)|sat in|sits in|present|took the floor|"
    r"spoke as well|"
    r"came as|represent(?:s|ed)|(?:led|leads|headed|heads) the (?:\S+ ){0,3}(?:side|delegation|team|hosts|C\d+))\b|"
    r"\bas did (?:the )?P\d+|\b(?:took part|attended|present|participated)(?: in [^,.;]{1,40})?(?: \w+)? as (?:an "
    r")?(?:observers?|guests?)\b"
)
"""Signs that a sentence lists who is present, of whatever rank."""
SENT = (
    r"(?:^x|\bdiplomats|\brepresentatives|\bdelegations|delegates|envoys|officials|observers|ambassadors|ministers|"
    r"experts) (?:from|of) "
    r"(?P<c>(?:the )?[CO]\d+(?:(?: ,)?(?: and)? (?:the )?[CO]\d+){0,14})"
)
"""States whose people are present without being named."""
ALONGSIDE = (r"\b(?P<after>(?:accompanied|joined) by|accompanying (?:him|her|P\d+)(?: \S+){0,4} "
    r"(?:is|are|were|was|will be)|"
             r"delegation(?: ,)?(?: (?:which|that))? (?:will |also |is |was )*(?:includes?|comprises?|consists? of|"
             r"included|consisted of|comprised(?: of)?|composed of|made up of))\b"
             r"|(?:will |also |to )*(?:join|joins|joined|accompany|accompanies|accompanied) (?:(?:the|his|her) "
             r")?(?:P\d+|"
             r"C\d+|delegation|him|her|trip)\b")
"""Who goes along on a visit: after the words of the group `after`, else before the match."""
WITNESSED = (r"\b(?:(?:witnessed|overseen|attended|presided over) by|bears? the signatures? of(?: the)?) (?P<p>{LIST})|"
             r"\bin the presence of (?P<q>{LIST})"
             r"|(?P<r>{LIST}) (?:witnessed|oversaw|attended|were present at|presided over) the (?:signing|ceremony)")
"""Who stands by when others sign."""
ABSENT = (r"\b(?:nor|neither|absent|absence|stayed away|turned down|declined|skipped|did not attend|not present|"
          r"not attend|boycotted|not invited)\b")
MEMBER = (r"P(?P<p>\d+)(?: (?:was|were|is|are|also|formed|forms))+ (?:a )?(?:part|member) of (?:the|his|her) "
          r"(?:C\d+|O\d+|delegation)")
BESIDES = (r"\b(?:also|separately|in conjunction with|on the (?:sidelines|margins)|(?:the )?same "
    r"day|(?:earlier|later) in the "
           r"day)\b")
"""Signs that a meeting took place beside the one told of before."""
LED = r"\b(?:led|headed|chaired|represented) by\b"
ACCOMPANYING = (r"\b(?:took|take|had) (?:a )?seats?\b|\b(?:sat|were|was) (?:also )?at the (?:\w+ )?table\b|\b(?:took|"
                r"taking|takes|take) part on the \S+ side\b|\b(?:taking part|took part|take part|participated|"
                r"participating|attended|present|joined|were "
    r"joined "
                r"by|accompanied by|"
                r"part of the "
                r"(?:C\d+|delegation)|included)\b(?=.*\b(?:talks|meeting|session|conversation|negotiations|"
                r"delegation|event|discussions)\b|"
                r".*(?<=present)$)|\b(?:talks|meeting|session|conversation|negotiations)\b(?: \S+){0,4} "
                r"(?:attended by|"
                r"joined by|was attended|were attended)"
                r"|\b(?:delegation|C\d+) (?:was |were |is |will be )?(?:co-)?(?:led|headed|chaired) by\b|\bdelegations "
                r"led by\b"
                r"|\bP\d+ (?:will |also )*(?:led|leads?|headed|heads?) the (?:C\d+|delegation)\b"
                r"|\b(?:dialogue|consultations|meeting|session|talks|E\d+)(?: [^\s.;]+){0,10} (?:co-)?(?:led|chaired|"
                r"headed) by (?:the )?P\d+")
GUESTS = r"\b(?:guests? of|as (?:a )?guests?|guests? of honou?r|invited|at the invitation|special guest|observers?)\b"
SERIES = (r"(?P<x>P\d+)(?P<lead>(?: \S+){0,3}?)(?: , (?:[^\s,]+ ){1,14},)? (?:had a (?:\w+ )?(?:day|round|series) of|"
          r"held|holds|had|has held|conducted|will hold)(?: \S+){0,6}? "
          r"(?:meetings|talks|negotiations|conversations)"
          r"(?! with)\b(?P<np>)")
"""The opening of a leader's day."""
HAPPENING = (
    r"\bguest (?:was|is)\b|\b(?:took place|takes place|take "
    r"place|held|place|attended|followed|meeting|lasted|last|runs?|wraps? up|began|"
    r"started|ended|was to|were|concerned|touched|dealt|dwelt|centered|devoted|focused)\b"
    r"|\b(?:at|during|in|after|following) (?:the|their) (?:talks|meeting|negotiations|conversation|summit)(?: at "
    r"(?:[^\s.;,]+ "
    r"){1,6}?| )in L\d"
    r"|\b(?:talks|meeting|conversation|call|telegram|letter|message|negotiations|ceremony)(?: in L\d+| at "
    r"V\d+)? (?:of|"
    r"on) D\d+"
)
DEFINITE = (
    r"the (?:(?:high-ranking|distinguished|\w+) )?guest (?:was|is) (?:met|welcomed|greeted|received)|(?:in the "
    r"(?:telegram|letter|message))|"
    r"D\d+ 's (?:\w+ )?(?:talks|meeting|conversation|call|negotiations|visit|summit|trip|discussions|consultations|"
    r"session)|"
    r"(?:the|their|his|this|these|both|during the|at the) (?:two )?"
    r"(?:(?!(?:next|previous|upcoming|coming|future) )\w+ )?(?:talks|meeting|conversation|call|"
            r"negotiations|event|ceremony|visit|"
            r"summit|trip|discussions|consultations|session|phone call|telephone "
            r"conversation|conversations|meetings)")
SAYING = (
    r"\b(?:said|announced|told|reported|confirmed|statement|press release|according to|cited|citing|spokes\w+|quoted|"
    r"says|posted)\b"
)
BACKGROUND = (r"\b(?:earlier|previously|last (?:year|month|time|week)|in (?:19|20)\d\d|recall|recalled|years? ago|"
              r"months? ago|previous|since|"
              r"had (?:\w+ )?(?:met|visited|held|signed|spoken)|historic|reminded|former)\b")
