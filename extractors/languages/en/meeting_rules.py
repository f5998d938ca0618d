"""Sentences in which somebody meets, receives or holds talks with somebody: verbs between two parties. They are tried
before those of `talks_rules`. The parts in braces stand in `contacts.PARTS`."""

from __future__ import annotations

MEETINGS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("talks.kill", "meeting", ("cancel", "call", "scrap", "postpon", "put", "delay", "axed"),
     r"{X}{PAREN}{AUX} (?:{KILL}|{DELAY})(?P<np>(?: (?!with )[^\s.;:]+){0,6}?) {TALK}{ADV} with {Y}"),
    ("meet.with", "meeting", ("met ", "meet ", "meets ", "meeting ", "sat down", "sit down", "confer", "sits down",
        "spent ", "spend"),
     r"{X}{PAREN}{AUX} (?:met(?! by)|meets|meet|conferred|confers|(?:spent|spend|spends)(?: [^\s.;,]+){1,5}? "
     r"(?:minutes|hours?|evening|afternoon|morning|day)|sat down|sit down|sits down|(?<=is )meeting|(?<=are "
     r")meeting|"
     r"(?<=were )meeting|(?<=was )meeting|holding|met up|meet up){ADV}(?: ,)?(?: with)?{ADV} {Y}"),
    ("meet.see", "meeting", (" see P", "see the P", "see his P", "see her P"),
     r"{X}{PAREN}(?P<aux>(?: "
     r"(?:will|to|would|is|are|was|due|set|expected|scheduled|also|then|later|D\d+|on|hopes?|wants?|plans?))* "
     r"(?:will|to|would)(?: "
     r"(?:also|then))?) see(?P<np>) {YP}(?= (?:in|on|at|during|before|after|later|for|when|D\d+|next|this)\b|$| [,.])"),
    ("meet.him", "meeting", ("him", "her", "them"),
     r"{X}{PAREN}{AUX} (?:met|meets|meet|hosted|hosts|received|receives|talks? (?:with|to)|spoke (?:with|to)|sat down "
     r"with|"
     r"held talks with|holds talks with)(?: with)?(?P<np>) (?P<y>him|her|them)"),
    ("meet.stay", "meeting", (" to meet", " to hold", " to see", " for ", " meeting "),
     r"{X}{PAREN}(?P<aux>(?: [^\s.;,]+){0,3}?) (?:is|was|are|were|be|been) (?:in|at) (?:the )?(?:[LCV]\d+|A\d+ capital)"
     r"(?: , [LC]\d+ ,)?(?P<np>{ADV}) (?:to meet(?: with)?|to hold (?:\w+ ){0,2}talks with|to see|for (?:\w+ "
     r"){0,3}{TALK} with|"
     r"meeting(?: with)?) {Y}"),
    ("meet.each", "meeting", ("face to face", "huddled", "into talks", "met ", "meet ", "met", "meet", "gather",
        "convene", "sat down", "talked", "lunch",
        "dined"),
     r"{X}{PAREN}{AUX} (?:met|meet|conferred|sat down|gathered|gather|convened|convene|come face to face|came face to "
     r"face|huddled|went into talks|talked for|talked at|lunched|"
     r"dined|shook hands)\b(?! with| \S+ with)(?P<np>)"),
    ("part.each", "meeting", ("took part", "take part", "attended .", "present", "in attendance", "participat"),
     r"{X}{PAREN}{AUX} (?:took part|take part|participated|attended|were present|were in attendance|were among those "
     r"present)"
     r"(?P<np>(?: in the (?:\S+ ){0,3}?(?:meeting|summit|talks|session|conference|gathering|sitting|negotiations))?)"
     r"(?=(?: as well| on the \S+ side)? \.|$)"),
    ("gathered.together", "meeting", ("brought together", "brings together", "bringing together"),
     r"(?P<aux>)(?P<np>(?:meeting|summit|conference|session|gathering|talks|sitting|round))(?: [^\s.;,]+){0,6}? "
     r"(?:brought|brings|will bring|has brought) together (?P<x>{LIST})"),
    ("meet.while", "meeting", ("meeting ",),
     r"{X} ,(?P<aux>)(?: who were)? meeting(?= (?:on|in|at|for|during|ahead|here|behind|face|today|yesterday|"
     r"D\d))(?P<np>)"),
    ("talks.with", "meeting", ("with",),
     r"{X}{PAREN}{AUX} {HOLD}{NP} {TALK}{ADV}{SHORT} with {Y}"),
    ("talks.each", "meeting", ("talk", "meeting", "conversation", "consultation", "discussion", "call", "negotiation",
                               "conference", "lunch", "dinner", "summit", "dialogue", "exchange of views",
                               "exchange of opinions", "exchange on", "exchange about", "exchange here"),
     r"{X}{PAREN}{AUX} {HOLD}(?: (?:on )?D\d+ (?:in|at) [LV]\d+(?: ,)?(?= (?:the|their|a|an) ))?{NP} "
     r"{TALK}(?! with)\b"),
    ("receive.host", "meeting", ("receiv", "host", "welcom", "greet", "audience", "red carpet", "fete", "banquet",
        "dinner for",
        "lunch for", "reception for"),
     r"(?P<x>(?<!with )(?<!of )P\d+ and (?:the )?P\d+(?! 's)|{SIDE}|V\d+|he|she){PAREN}{AUX} "
     r"(?:received|receives|receive|(?:co-)?hosted|(?:co-)?hosts|(?:co-)?host|welcomed|welcomes|welcome|"
     r"greeted|greets|"
     r"granted an audience to|(?:received|receives) in audience|(?:bade|bids?|bid|said) farewell to|hosting|receiving|"
     r"welcoming|feted|fetes|"
     r"(?:rolled|rolls|rolling) out (?:the|a) (?:\w+ )?red carpet(?: welcome)? for|(?:held|holds?|hosted|hosts?|gave|"
     r"gives?|threw) an? (?:\w+ ){0,2}"
     r"(?:banquet|dinner|reception|lunch|luncheon) for)(?! (?:\S+ ){0,6}(?<!led )(?<!headed )by (?:the )?[PC]\d){ADV} "
     r"{YP}"
     r"(?= (?:in|at|on|to|for|who|,|\.|and|during|with|as|after|here|inside|near|by|from|;|--|this|next|later|before|"
     r"ahead|late|early|today|"
     r"D\d+|L\d+|V\d+)\b| [,.;]|$)"),
    ("received.by", "meeting", ("received ", "hosted ", "welcomed ", "greeted "),
     r"(?P<y>{LIST}|he|she){PAREN}{AUX} (?:received|hosted|welcomed|greeted)(?: there)?{ADV} by (?P<x>{SIDE})"),
    ("call.on", "meeting", ("call",),
     r"{X}{PAREN}{AUX} (?:called on|calls on|call on|(?:paid|pays|pay|paying)(?: (?:a|an|the|\w+)){1,3} (?:visit|call) "
     r"(?:on|upon))(?P<np>) {YP}(?! to (?!discuss|review|talk|take leave|bid|present|convey|hand|congratulate))"),
    ("host.talks", "meeting", ("host", "organi"),
     r"(?P<x>{SIDE}){PAREN}{AUX} (?:host|hosts|hosted|hosting|organi[sz]es?|organi[sz]ed)(?: (?:a|an|the))(?P<np>(?: "
     r"[^\s.;,]+){0,6}?) "
     r"(?:meeting|talks|conference|summit|negotiations)(?: [^\s.;]+){0,10}? (?:bringing together|between|involving|"
     r"attended by) "
     r"{Y}"),
    ("gather.host", "meeting", ("brought together", "brings together", "convened", "hosted a", "hosts a"),
     r"(?P<x>{SIDE}){PAREN}{AUX} (?:brought together|brings together|bring together|convened|(?:hosted|hosts) a (?:\w+ "
     r"){0,3}"
     r"(?:meeting|talks|dinner|lunch|summit) (?:between|of|with))(?P<np>) {YP}"),
    ("credentials.host", "meeting", ("credentials", "credence"),
     r"(?P<x>{SIDE}|he|she){PAREN}{AUX} (?:received|receives|accepted|accepts)(?P<np>(?: [^\s.;]+){0,8}?) "
     r"(?:credentials|"
     r"letters? of credence)(?: (?:of|from|by|presented by))+ (?:{Y}|(?:[a-z\d-]+ ){0,5}(?:G\d+|heads of (?:diplomatic "
     r")?missions?|envoys|ambassadors|"
     r"diplomats|representatives))"),
    ("credentials.guest", "meeting", ("credentials", "credence"),
     r"(?P<y>{LIST}|(?:[a-z]+ ){0,4}(?:G\d+|envoys|ambassadors|diplomats|heads of missions?)){PAREN}{AUX} (?:presented|"
     r"presents|present|"
     r"handed|hand|submitted)(?: (?:his|her|their|copies|of|the|a|"
     r"copy|over))*(?P<np>) (?:credentials|letters? of credence)(?: to) (?P<x>{SIDE})"),
)
