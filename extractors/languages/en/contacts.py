"""Sentences that report a contact, as rules over units (P person, C state, O body, G several people, L V places, E
event).

A rule is (id, type, words of which one must occur, expression). Names in braces stand for the parts of `PARTS`.
Groups: `x` who acts, `y` with whom, `aux` what stands between actor and verb, `np` the words around the noun, `c`
where to, `event` the larger event. A rule whose id ends in `.host` makes x the host and y the guest.
"""

from __future__ import annotations

SIDE = (
    r"(?:(?:his|her|their) (?:host|guest|interlocutor)(?: ,)? )?"
    r"(?:(?:(?:senior|top|high-ranking|high-level|visiting|several|some|other|\d+) )*(?:officials|diplomats|"
    r"representatives|envoys|delegations|a delegation|delegation|leaders|ministers|negotiators) (?:of|from) )?"
    r"(?:(?:the|both|his|her|their|its|a|an|visiting|president|presidents|dr|mr\.?|mrs\.?|new|newly|elected|outgoing|incoming|"
    r"senior|top|fellow|high-ranking|other) )*(?:G\d+(?: and (?:\w+ ){0,2}governors)? of (?:the )?(?:\w+ "
    r"){0,4}(?:countries|nations|states|powers|economies)|[PCGO]\d+)"
    r"(?: (?:led|headed) by (?:the )?P\d+)?(?! 's)"
)
LIST = (rf"{SIDE}(?:(?: ,)? (?:and|as well as|together with|along with|accompanied by|joined by|&|/|,|and with|with) "
        rf"(?:with )?"
         rf"(?:then )?{SIDE})*")
_WE = (r"(?:they|he|she|we|our (?:two|three|four|five) (?:countries|nations|governments)|(?:the "
    r")?(?:two|three|both) (?:sides|parties|countries|nations|men|leaders|officials|diplomats|"
       r"heads|"
       r"G\d+|delegations|women|neighbors|allies|presidents)|(?:the )?(?:sides|parties|interlocutors|two|pair|"
       r"delegations))")
ACTOR = rf"(?:{SIDE}|{_WE})"
"""With what `X` of the rules begins."""
PARTS: dict[str, str] = {
    "X": rf"(?P<x>{LIST}|{_WE})",
    "Y": rf"(?P<y>{LIST})",
    "YP": r"(?P<y>(?:(?:the|his|her|their|a|visiting) )*[PG]\d+(?:(?: ,)? (?:and|as well as|,) (?:(?:the|his) "
          r")*[PG]\d+)*)(?! 's)",
    "PAREN": r"(?: \( [^()]{1,60} \)| ,(?! and \w+ed)(?: [^\s,]+){1,22} ,| ,"
             r"| (?:said|says|announced|confirmed)(?: on)?(?: D\d+)?(?: that)? (?:it|he|she|they)"
             r")?",
    "AUX": (r"(?P<aux>(?: (?:will|would|is|are|was|were|has|have|had|to|be|been|being|due|set|expected|scheduled|"
            r"planned|plans|"
            r"plan|planning|going|may|might|could|can|should|not|n't|also|then|later|earlier|on|D\d+|here|separately|"
            r"jointly|"
            r"briefly|again|first|agreed|hopes|hope|wants|want|intends|decided|ready|likely|about|reportedly|never|"
            r"just|"
            r"recently|once|both|subsequently|privately|together|in|turn|at|L\d+|V\d+|C\d+|each|now|scheduled|slated|"
            r"today|yesterday|morning|afternoon|evening|already|finally|prepares|preparing|preparations|supposed|bound|"
            r"seeks|"
            r"had|do|does|did|looks|look|looking|forward|pleased|honou?red|officially|warmly|formally|still|day|the|same|all|personally|willing|urgently|"
            r"held|during|E\d+|unexpectedly|tentatively|week|this|next|next|shortly|soon|for|time))*?)"),
    "ADV": (r"(?:(?: "
    r"(?:on|D\d+|in|at|here|today|L\d+|V\d+|C\d+|again|separately|briefly|the|one-on-one|behind|closed|"
            r"doors|in "
            r"person|virtually|,|privately|late|early|by|phone|telephone|video|link|via|for|first|time|day|a|afternoon|"
            r"morning|evening|his|her|office|x|local|city|capital|of|during|E\d+|sidelines|margins|this|week|next|"
            r"earlier|"
            r"later|hour|hours|more|than|an|one|two|three|minutes|about|once))*?)"),
    "NP": r"(?P<np>(?: (?!with |between |said )[^\s.;:]+){0,9}?)",
    "NPS": r"(?P<np>(?: (?!with |between |said |to )[^\s.;:,]+){0,6}?)",
    "TALK": (r"(?:talks?|video[ -]conferences?|meetings?|negotiations|conversations?|consultations|discussions?|"
             r"phone-?calls?|calls?|"
             r"exchange|"
             r"summit|dialogue|audience|session|videoconference|teleconference|briefing|interview|telephone|luncheon|"
             r"dinner|"
             r"encounter|lunch|breakfast|E\d+)"),
    "TO": r"(?P<c>(?:the )?(?:(?:north|south|east|west|central)(?:ern)? )?(?:[CLVO]\d+)(?:(?: ,)? "
    r"(?:and|,|then) (?:the )?[CLV]\d+)*)",
    "WITHIN": r"(?: (?!said |told |that )[^\s.;]+){0,14}?",
    "SHORT": r"(?: (?!said |told |that )[^\s.;]+){0,6}?",
    "HOLD": (r"(?:held|holds?|holding|hosted|had|have|has|having|conducted|conducts?|conducting|began|begin|begins|"
             r"started|starts?|opened|opens|"
             r"concluded|concludes|ended|ends|completed|continued|resumed|took part in|takes part in|wrapped up|"
             r"finished|joined|"
             r"participated in|co-chaired|chaired|launched|engaged in|entered|will have|announced|arranged)"),
    "GO": (r"(?:arrived|arrives?|arriving|landed|lands|flew|flies|fly|travell?ed|travels?|traveling|went|goes|go|"
           r"headed|heads|"
           r"departed|departs|depart|left|leaves?|came|come|comes|set off|sets off|returned|flying|heading|leaving|"
           r"touched down)"),
    "PAY": (r"(?:paid|pays|pay|paying|makes|made|make|making|embarked on|embarks "
    r"on|begins|began|begin|starts|started|"
            r"start|"
            r"concluded|concludes|completed|is on|was on|wrapped up|conducts|on|undertake|undertook|kicked off|"
            r"announced|"
            r"ended|ends|end|finished|beginning|continues|continued|launch|launched|undertakes|arrives "
            r"on|arrived on)"),
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
PROPOSED = (r"\b(?:may|might|could|hopes?|wants?|ready|should|seeks|willing|propos\w+|suggest\w+|offer\w*|possible|"
            r"potential|"
            r"invit\w+|likely to|considering|open to)\b")
ONGOING = (r"\b(?:is|are) (?:\w+ly |now |also )?$|\b(?:under way|underway|has started|have started|began|is "
           r"on|are on)\b")
NEGATED = r"\b(?:not|n't|never|no|denied|denies|refused|declined|refuses|without|neither|nor)\b"
REMOTE = (
    r"\b(?:phone|telephone|telephoned|phoned|phone-call|phone-calls|by phone|call|calls|called|hotline|"
    r"teleconference)\b"
)
VIDEO = r"\b(?:video|videoconference|virtual|virtually|online|video-link|teleconference|videoconferencing)\b"
SEVERAL = r"\b(?:conversations|calls|meetings)\b|\bmet separately\b|\bseparate (?:talks|discussions)\b"
"""Nouns that tell of several contacts where one actor has them with several others."""
JOINT = r"\b(?:joint|trilateral|three-way|quadrilateral|conference call|four-way|together)\b"

RULES: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("visit.kill.by", "visit", ("visit", "trip"),
     r"(?P<c>[C]\d+){PAREN}{AUX} (?:{KILL}|{DELAY})(?P<np>(?: (?!with )[^\s.;:]+){0,6}?) (?:visit|trip|tour|travel) "
     r"(?:by|of) (?P<x>{LIST})"),
    ("visit.kill.whose", "visit", ("visit", "trip"),
     r"(?P<c>[C]\d+){PAREN}{AUX} (?:{KILL}|{DELAY}) (?P<x>P\d+) 's(?P<np>(?: [^\s.;:]+){0,4}?) (?:visit|trip|tour|"
     r"travel)"),
    ("visit.kill.forced", "visit", ("visit", "trip"),
     r"(?P<x>him|her|P\d+) to {KILL}(?P<np>(?: (?!with )[^\s.;:]+){0,6}?) (?:visit|trip|tour|travel){ADV}(?: "
     r"(?:to|of|"
     r"in)) {TO}"),
    ("visit.kill", "visit", ("cancel", "call", "scrap", "postpon", "put", "delay", "axed"),
     r"{X}{PAREN}{AUX} (?:{KILL}|{DELAY})(?P<np>(?: (?!with )[^\s.;:]+){0,6}?) (?:visit|trip|tour|travel){ADV}(?: "
     r"(?:to|of|in)) {TO}"),
    ("talks.kill", "meeting", ("cancel", "call", "scrap", "postpon", "put", "delay", "axed"),
     r"{X}{PAREN}{AUX} (?:{KILL}|{DELAY})(?P<np>(?: (?!with )[^\s.;:]+){0,6}?) {TALK}{ADV} with {Y}"),
    ("meet.with", "meeting", ("met ", "meet ", "meets ", "meeting ", "sat down", "sit down", "confer", "sits down"),
     r"{X}{PAREN}{AUX} (?:met|meets|meet|conferred|confers|sat down|sit down|sits down|(?<=is )meeting|(?<=are "
     r")meeting|"
     r"(?<=were )meeting|(?<=was )meeting|holding|met up|meet up){ADV}(?: ,)?(?: with)?{ADV} {Y}"),
    ("meet.each", "meeting", ("met ", "meet ", "met", "meet", "gather", "convene", "sat down", "talked", "lunch",
        "dined"),
     r"{X}{PAREN}{AUX} (?:met|meet|conferred|sat down|gathered|gather|convened|convene|talked for|talked at|lunched|"
     r"dined|shook hands)\b(?! with| \S+ with)(?P<np>)"),
    ("talks.with", "meeting", ("with",),
     r"{X}{PAREN}{AUX} {HOLD}{NP} {TALK}{ADV}{SHORT} with {Y}"),
    ("talks.each", "meeting", ("talk", "meeting", "conversation", "consultation", "discussion", "call", "negotiation",
                               "conference", "lunch", "dinner", "summit", "dialogue"),
     r"{X}{PAREN}{AUX} {HOLD}{NP} {TALK}(?! with)\b"),
    ("receive.host", "meeting", ("receiv", "host", "welcom", "greet", "audience"),
     r"(?P<x>{SIDE}|V\d+|he|she){PAREN}{AUX} "
     r"(?:received|receives|receive|hosted|hosts|host|welcomed|welcomes|welcome|"
     r"greeted|greets|"
     r"granted an audience to|hosting|receiving|welcoming)(?! by ){ADV} {YP}"
     r"(?= (?:in|at|on|to|for|who|,|\.|and|during|with|as|after|here|inside|near|by|from|;|--|this|next|later|before|"
     r"ahead|late|early|today|"
     r"D\d+|L\d+|V\d+)\b| [,.;]|$)"),
    ("received.by", "meeting", ("received by", "hosted by", "welcomed by"),
     r"(?P<y>{LIST}){AUX} (?:received|hosted|welcomed){ADV} by (?P<x>{SIDE})"),
    ("talks.between", "meeting", ("between", " of "),
     r"(?P<np>(?:[^\s.;,]+ ){0,4}){TALK}{SHORT}(?: held)? (?:between|of) (?P<x>{LIST})"),
    ("pair.happen", "meeting", ("consultations", "talks", "negotiations", "meeting", "dialogue"),
     r"(?P<x>[AC]\d+ [-–] [AC]\d+)(?P<np>(?: [^\s.;:,]+){0,4}?) (?:consultations|talks|negotiations|meeting|dialogue)"
     r"(?: (?:on|in|at|of|for) [^.;]{0,90}?)?(?P<aux>(?: (?:will|to|would|be|has|have|been|is|are|due|set|expected|"
     r"scheduled))*) (?:took place|takes? place|(?:was|were|be|been) held|held|began|begin|opened|concluded|ended|"
     r"resumed?|kicked off|started)"),
    ("talks.nominal", "meeting", (" 's",),
     r"(?P<x>[PC]\d+) 's(?P<np>(?: [^\s.;,]+){0,5}?) {TALK}{ADV} with {Y}"),
    ("talks.title", "meeting", ("with",),
     r"^(?P<np>(?:[^\s.;,]+ ){0,4}){TALK}{ADV} with {Y}"),
    ("talks.loose", "meeting", ("with",),
     r"{X}(?P<aux>(?: (?!P\d)[^\s.;:]+){0,10}?) (?:for|in|during|after|before|following|to hold|at|ahead of|holds?|"
     r"of)(?P<np>(?: (?!with |between )[^\s.;:,]+){0,6}?)"
     r" {TALK}{ADV} with {Y}"),
    ("speak.with", "phone_call", ("spoke", "speak", "talk", "chatted"),
     r"{X}{PAREN}{AUX} (?:spoke|speaks|speak|spoken|talked|talks|talk|chatted|speaking)(?P<np>{ADV})(?: ,)? (?:with|"
     r"to) {Y}"),
    ("speak.each", "phone_call", ("spoke", "speak", "talked"),
     r"{X}{PAREN}{AUX} (?:spoke|speak|talked|spoken)(?P<np>(?: [^\s.;,]+){0,3}?) (?:by|over|on)(?: the)? (?:phone|"
     r"telephone|video)"),
    ("call.to", "phone_call", ("called", "phoned", "telephoned", "calls", "phones"),
     r"(?P<x>{SIDE}|he|she){PAREN}{AUX} (?:phoned|telephoned|phones|called|calls)(?P<np>) {YP}(?= on D| D| to | "
     r"\.| ,| "
     r"late| early|$| by| for| about| after)"),
    ("call.make", "phone_call", ("call",),
     r"{X}{PAREN}{AUX} (?:made|makes|make|placed|places|had|initiated)(?P<np>(?: [^\s.;:]+){0,4}?) calls?{ADV} (?:to|"
     r"with) {Y}"),
    ("discuss.phone", "phone_call", ("phone", "telephone"),
     r"{X}{PAREN}{AUX} (?:discuss|discussed|discusses|talk|exchanged?)(?P<np>{WITHIN}) (?:by|over|on|in a|during a|"
     r"via)(?: the)? "
     r"(?:tele)?phone"),
    ("told.with", "meeting", ("told ", "tells "),
     r"(?P<x>{SIDE}|he|she){PAREN}{AUX} (?:told|tells)(?P<np>) (?P<y>(?:his|her) P\d+)"),
    ("chair.each", "meeting", ("chair",),
     r"{X}{PAREN}{AUX} (?:co-chaired|co-chair|co-chairs|chaired|chair)(?P<np>(?: [^\s.;:,]+){0,6}?) "
     r"(?:meeting|session|council|commission|talks|"
     r"dialogue|committee|consultations|E\d+)"),
    ("talks.in", "meeting", ("talks", "call", "meeting"),
     r"^(?P<x>{LIST})(?P<aux>)(?: (?!said )[^\s.;:]+){1,3} {YP}(?: [^\s.;:]+){0,8} (?:in|during|at)(?P<np>(?: "
     r"[^\s.;:,]+){0,2}) (?:talks|meeting|call|"
     r"phone call)"),
    ("talks.joined", "meeting", ("join",),
     r"{X}{PAREN}{AUX} (?:joined|joins|join) (?P<y>(?:the )?(?:two|three) (?:G\d+|men|women|sides))"
     r"(?P<np>) (?:for|in)(?: [^\s.;,]+){0,4}? {TALK}"),
    ("press.with", "meeting", ("news conference", "press conference", "press x", "press availability", "media "),
     r"{X}(?P<aux>)(?: (?!P\d|said that)[^\s.;:]+){0,12}? (?:at|in|during|gave|held|a|joint)(?P<np>(?: "
     r"[^\s.;:,]+){0,4}?) "
     r"(?:news|press|media) (?:conferences?|availability|x){ADV} with (?:the )?(?:new )?{YP}"),
    ("title.remarks", "meeting", ("remarks", "statements", "press"),
     r"^(?:opening |joint |closing |introductory )*(?:remarks|statements|press statements|press conference) "
     r"(?:by|of) "
     r"(?P<x>{LIST})(?P<aux>)(?: , as [^,]*,)? (?:before|after|during|in|at|following|ahead|prior)(?P<np>(?: "
     r"[^\s.;]+){0,5}?) (?:meetings?|press|talks|conference|call|session|availability|lunch|dinner|arrival|joint)"),
    ("title.both", "meeting", (" and ",),
     r"^(?P<x>{LIST})(?P<aux>) (?:before|after|at|in|remarks|opening|ahead|following|joint|during)(?P<np>(?: "
     r"[^\s.;]+){0,4}?) (?:meeting|press|availability|talks|conference)"),
    ("talks.occasion", "meeting", ("on the occasion of", "following", "during", "after", "at "),
     r"(?:on the occasion of|following|during|after|at)(?P<np>(?: (?!with |between |their |his |her )[^\s.;,]+){1,8}?) "
     r"(?:meeting|talks|"
     r"summit|consultations|dialogue|negotiations){ADV} , {X}(?P<aux>)(?= )"),
    ("joint.each", "meeting", ("pledge", "agree", "vow", "discuss", "exchange", "reaffirm", "affirm", "call for",
        "signal"),
     r"{X}{PAREN}{AUX} (?:pledged?|agreed?|vow|vowed|discuss|discussed|exchanged|reaffirmed?|affirmed|call "
     r"for|called "
     r"for|hailed)(?P<np>)"),
    ("discuss.with", "meeting", ("discuss", "talks"),
     r"{X}{PAREN}{AUX} (?:discuss|discussed|discusses|exchanged views|talks)(?P<np>{WITHIN}) with {YP}"),
    ("informed.by.phone", "phone_call", ("telephone", "phone"),
     r"{X}{PAREN}{AUX} informed {YP}(?P<np>{WITHIN}) by (?:tele)?phone"),
    ("call.noun", "phone_call", ("call",),
     r"(?:in|during) (?:a|the|their|his)(?P<np>(?: [^\s.;,]+){0,4}) call{ADV} (?:with|from|to) {Y}"),
    ("invite", "visit", ("invit",),
     r"{X}{PAREN}{AUX} (?:invited|invites|invite|extended(?: \w+)* invitation to|extended an invitation for|handed "
     r"over an "
     r"invitation to|conveyed an invitation to) "
     r"{YP}(?P<np>(?: [^\s.;:]+){0,8}?)"
     r" (?:visit|trip|tour|come to|travel to)(?: (?:to|in))?(?: {TO})?"),
    ("invite.to", "visit", ("invit",),
     r"{X}{PAREN}{AUX} (?:invited|invites|invite) {YP}(?P<np>) to {TO}"),
    ("invite.and", "visit", ("invit",),
     r"(?:and|,|then)(?P<aux>(?: (?:will|then|also|to|later))*) (?:invited|invites) {YP}(?P<np>) to {TO}"),
    ("visit.to", "visit", ("visit", "tour"),
     r"{X}{PAREN}{AUX} (?:visited|visits|visit|visiting|toured|tours|tour)(?P<np>) {TO}"),
    ("visit.paid", "visit", ("visit", "trip", "tour", "travel", "journey"),
     r"{X}{PAREN}{AUX} {PAY}(?P<np>(?: [^\s.;:]+){0,7}?) (?:visit|visits|trip|tour|journey){ADV}(?: (?:to|of|in|"
     r"through|around)) {TO}"),
    ("visit.go", "visit", ("arriv", "travel", "fly", "flew", "went", "goes", "go ", "left for", "depart", "head",
        "leave",
                           "land", "came", "come"),
     r"{X}{PAREN}{AUX} {GO}(?P<np>)(?: back)?{ADV} (?:in|to|for|at) {TO}(?P<tail>(?: [^.;]{0,80})?)"),
    ("visit.be", "visit", ("be in", "be visiting"),
     r"{X}{PAREN}(?P<aux>(?: [^\s.;]+){0,3}? (?:will|to|would)(?: \w+)?) be (?:in|visiting)(?P<np>) {TO}"),
    ("visit.paid.and", "visit", ("visit",),
     r"(?:and|,|then)(?P<aux>(?: (?:will|then|also|to|later|afterwards|would))*) {PAY}(?P<np>(?: [^\s.;:]+){0,5}?) "
     r"visits?{ADV} (?:to|in) {TO}"),
    ("visit.to.and", "visit", ("visit",),
     r"(?:and|,|then)(?P<aux>(?: (?:will|then|also|to|later|afterwards|would))*) (?:visit|visited|visits)(?P<np>) "
     r"{TO}"),
    ("visit.of", "visit", ("visit", "trip", "tour", "travel"),
     r"(?P<np>(?:[^\s.;,]+ ){0,4})(?:visit|trip|tour|travel) (?:of|by) (?P<x>{LIST})(?: (?:to|in) {TO})?"),
    ("visit.noun", "visit", (" 's", "his ", "her ", "trip", "visit"),
     r"(?P<x>[PC]\d+) 's?(?P<np>(?: [^\s.;,]+){0,5}?) (?:visit|trip|tour|travel|travels){ADV}(?: (?:to|in|of)) {TO}"),
    ("visit.to.by", "visit", (" by P",),
     r"(?P<np>(?:[^\s.;,]+ ){0,4})(?:visit|trip|tour|travel)(?: to {TO})(?: , ?)? by (?P<x>{LIST})"),
    ("event.attend", "event", ("E",),
     r"{X}{PAREN}{AUX} (?:attend|attended|attends|attending|participat\w+ in|took part in|take part in|takes part in|"
     r"address|addressed|addresses|"
     r"chaired|chairs|chair|presided over|hosted|hosts|host|spoke at|speak at|speaks at|arrived "
     r"for|joined|join|joins|"
     r"opened|opens|"
     r"renewed|launched|participate in|deliver(?:ed|s)? (?:a speech|remarks) at|held|hold|holds|convened|convene|"
     r"gathered for|gather for|arrive for|"
     r"co-chaired|co-chair|co-chairs|follow|representing \S+ at)(?P<np>(?: (?:the|a|an|in|on|of|D\d+|their|his|first|"
     r"today|plenary|session|\d+(?:st|nd|rd|th)|"
     r"meeting|work|annual|next|this|regular|opening|another|ceremony|high-level|week|both|virtual))*) "
     r"(?P<event>E\d+)"),
    ("event.hosted", "event", ("host",),
     r"(?P<c>[LC]\d+){AUX} (?:host|hosts|hosted|hosting)(?P<np>(?: [^\s.;:]+){0,6}?) (?P<event>E\d+)"),
    ("visit.during", "visit", ("visit to", "trip to", "tour of", "visit of"),
     r"(?P<aux>(?:during|on the \S+ (?:day|leg|stage) of|on|concluding|ending|beginning|amid|after|ahead of|before)) "
     r"(?:a|his|her|their)"
     r"(?P<np>(?: [^\s.;:]+){0,4}?) (?:visit|trip|tour) (?:to|of) {TO}"),
    ("visit.lead", "visit", ("lead", "led ", "head"),
     r"{X}{PAREN}{AUX} (?:lead|leads|led|leading|head|heads|headed|heading)(?: (?:a|the))?(?P<np>(?: "
     r"[^\s.;:]+){0,3}?) "
     r"(?:C\d+|delegation|mission) to {TO}"),
    ("event.at", "event", ("E",),
     r"^(?:at|during)(?: the)? (?P<event>E\d+) ,(?P<aux>(?: \S+){0,2}?) (?P<x>P\d+)"),
    ("event.and", "event", ("E",),
     r"(?:and|,|then)(?P<aux>(?: (?:will|then|also|to|later|would))*) (?:attend|attended|attends|participate in|"
     r"participated in|took part in|address|"
     r"addressed)(?P<np>(?: (?:the|a|an))?) (?P<event>E\d+)"),
    ("event.happen", "event", ("E",),
     r"(?P<event>E\d+){PAREN}(?P<aux>(?: \S+){0,4}?) (?:opened|opens|took place|takes place|take place|kicked off|"
     r"kicks off|held|began|begins|started|"
     r"starts|ended|ends|concluded|concludes|wrapped up|wound up|under way|underway|gathered|brings together|brought "
     r"together|met|meets|meet|gather|"
     r"convened|convenes|hold|signed|approved|discussed|agreed|adopt|adopted|adopts)(?P<np>)"),
    ("sign.each", "signing", ("sign", "ink", "initial", "names to", "exchanged"),
     r"{X}{PAREN}{AUX} (?:signed|sign|signs|inked|ink|initialed|initialled|signing|put their names to|"
     r"exchanged)(?P<np>(?: [^\s.;:]+){0,9}?) "
     r"(?:agreement|agreements|treaty|treaties|memorandum|memorandums|memoranda|pact|pacts|accord|accords|deal|deals|"
     r"declaration|"
     r"protocol|documents|document|statement|communique|roadmap|contract|contracts|charter|convention|instruments|plan)"),
    ("sign.passive", "signing", ("sign",),
     r"(?P<np>(?:[^\s.;:]+ ){1,10})(?:was|were|be|been) signed{WITHIN} (?:by|between) (?P<x>{LIST})"),
    ("write.to", "correspondence", ("letter", "telegram", "message", "congratulat", "condolence", "greeting", "note",
        "cable"),
     r"{X}{PAREN}{AUX} (?:sent|sends|send|addressed|extended|extends|conveyed|conveys|wrote|expressed|expresses|"
     r"offered)(?P<np>(?: [^\s.;:]+){0,9}?) "
     r"(?:letter|telegram|message|congratulations|condolences|greetings|note|cable|sympathies)(?: "
     r"[^\s.;:]+){0,6}? to "
     r"{Y}"),
    ("write.to.first", "correspondence", ("letter", "telegram", "message", "condolence", "greeting"),
     r"{X}{PAREN}{AUX} (?:sent|sends|wrote to|wrote)(?: to)? {YP}(?P<np>(?: [^\s.;:]+){0,6}?) (?:letter|telegram|"
     r"message|"
     r"condolences|greetings|congratulations)"),
    ("congratulate", "correspondence", ("congratulat",),
     r"{X}{PAREN}{AUX} congratulate[sd]? {Y}(?P<np>)"),
    ("wish", "correspondence", ("i ", "we "),
     r"(?:i|we)(?P<aux>(?: (?:would|like|to|want|also|sincerely|warmly|am|pleased|wish))*?) "
     r"(?:wish|congratulate|send|"
     r"extend|offer|convey|salute)"
     r"(?: (?!our )[^\s.;:]+){0,12}? (?P<y>[AC]\d+)"),
    ("letter.from", "correspondence", ("letter", "telegram", "message"),
     r"(?:letter|telegram|message)(?P<np>(?: [^\s.;:]+){0,3}?) (?:from|by) (?P<x>{SIDE}) to {Y}"),
    ("talks.their", "meeting", ("their ",),
     r"{X}(?P<aux>)(?: (?!said |told )[^\s.;]+){1,40}? (?:their|a joint)(?P<np>(?: [^\s.;:,]+){0,5}?) {TALK}"),
    ("talks.join", "multilateral_meeting", ("talks",),
     r"{X}{PAREN}{AUX} (?:take part in|took part in|takes part in|join|joins|joined|attend|attended|attends|"
     r"participate in|participated in)"
     r"(?P<np>(?: [^\s.;:,]+){0,5}?) (?P<y>[AC]\d+)(?: - [AC]\d+)?(?: \w+){0,2} talks"),
    ("talks.bare", "meeting", ("with",),
     r"(?:a|an|the|his|her|separate|this|brief)(?P<np>(?: [^\s.;:,]+){0,4}?) {TALK}{ADV} with {YP}"),
    ("meet.due", "meeting", ("meeting", "talks", "summit", "call"),
     r"(?P<np>(?:[^\s.;,]+ ){0,3})(?:meeting|talks|summit|call) (?P<aux>(?:\S+ ){0,6}?)with {YP}"),
)
VISIT_KINDS: dict[str, str] = {"state": "state", "official": "official", "working": "working", "private": "private",
                               "unofficial": "private", "business": "working"}
"""Words before 'visit' and the kind they mean."""
HOSTING = (
    r"\b(?:at the (?:official )?invitation of|invited by|hosted by|at the request of)(?: his| her)?(?: \w+)? "
    r"(?P<p>[PC]\d+)"
)
CHAIRING = (r"(?P<p>[PGC]\d+)(?: ,[^,]*,)?(?: \w+){0,3}? (?:chaired|chairs|chair|co-chaired|presided over|presides|"
            r"co-chairs|will chair|co-chairing)"
            r"|(?:chaired by|co-chaired by|presided over by|chairmanship of) (?P<q>[PGC]\d+(?: and P\d+)?)"
            r"|with (?P<s>P\d+) (?:presiding|in the chair|chairing)"
            r"|(?P<r>[PGC]\d+)(?: ,)? who (?:chairs|chaired|presided|is chairing|co-chairs)")
ATTENDING = (r"\b(?:attended|took part|takes part|take part|taking part|participat\w+|present|among them|including|"
             r"included|joined|gathered|brought together|"
             r"brings together|hosted|invited|were guests|guests of|at the opening|leaders of|represented by|"
             r"delegation|alongside|"
             r"the (?:presidents|leaders|heads of state) of|participants|welcomed|co-chaired|led by|addressed)\b")
ALONGSIDE = (r"\b(?P<after>(?:accompanied|joined) by|accompanying (?:him|her|P\d+)(?: \S+){0,4} "
    r"(?:is|are|were|was|will be)|"
             r"delegation (?:will |also |is )*(?:includes?|comprises?|consists? of|included|comprised "
             r"of|composed of))\b"
             r"|(?:will |also |to )*(?:join|joins|joined|accompany|accompanies|accompanied) (?:(?:the|his|her) "
             r")?(?:P\d+|"
             r"C\d+|delegation|him|her|trip)\b")
"""Who goes along on a visit: after the words of the group `after`, else before the match."""
WITNESSED = (r"\b(?:witnessed|overseen|attended|presided over) by (?P<p>{LIST})|\bin the presence of (?P<q>{LIST})"
             r"|(?P<r>{LIST}) (?:witnessed|oversaw|attended|were present at) the (?:signing|ceremony)")
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
ACCOMPANYING = (r"\b(?:taking part|took part|take part|participated|participating|attended|present|joined|were "
    r"joined "
                r"by|accompanied by|"
                r"part of the "
                r"(?:C\d+|delegation)|included)\b(?=.*\b(?:talks|meeting|session|conversation|negotiations|"
                r"delegation|event|discussions)\b|"
                r".*(?<=present)$)|\b(?:talks|meeting|session|conversation|negotiations)\b(?: \S+){0,4} "
                r"(?:attended by|"
                r"joined by|was attended|were attended)"
                r"|\b(?:delegation|C\d+) (?:was |were |is |will be )?(?:led|headed) by\b|\bdelegations led by\b")
GUESTS = r"\b(?:guests? of|as (?:a )?guests?|guests? of honou?r|invited|at the invitation|special guest|observers?)\b"
SERIES = (r"(?P<x>P\d+)(?P<aux>(?: \S+){0,3}?) (?:held|holds|had|has held|conducted|will hold)(?: \S+){0,6}? "
          r"(?:meetings|talks|negotiations|conversations)"
          r"(?! with)\b")
"""The opening of a leader's day."""
HAPPENING = (
    r"\b(?:took place|takes place|take place|held|place|attended|followed|meeting|lasted|last|runs?|wraps? up|began|"
    r"started|ended|was to|were|concerned|touched|dealt|dwelt|centered|devoted|focused)\b"
    r"|\b(?:talks|meeting|conversation|call|telegram|letter|message|negotiations|ceremony)(?: in L\d+| at "
    r"V\d+)? (?:of|"
    r"on) D\d+"
)
DEFINITE = (
    r"(?:in the (?:telegram|letter|message))|"
    r"(?:the|their|his|this|these|both|during the|at the) (?:two )?(?:\w+ )?(?:talks|meeting|conversation|call|"
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
