"""Sentences and titles that report talks or a call by a noun, by what the parties said or did together, or in passing.
The parts in braces stand in `contacts.PARTS`."""

from __future__ import annotations

TALKS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("talks.between", "meeting", ("between", " of "),
     r"(?P<np>(?:[^\s.;,]+ ){0,4}){TALK}(?: (?!said |told |that )[^\s.;]+){0,10}? (?:between|of) (?P<x>{LIST})"),
    ("pair.happen", "meeting", ("consultations", "talks", "negotiations", "meeting", "dialogue", "met ", "meets ",
        "convened",
        "session"),
     r"(?P<x>[ACO]\d+ [-–] [ACO]\d+(?: [-–] [ACO]\d+)?)(?P<np>(?: [^\s.;:,]+){0,4}?) (?:consultations|talks|"
     r"negotiations|meeting|dialogue|"
     r"task force|group|committee|commission|council|forum|board|x)"
     r"(?: (?:on|in|at|of|for) [^.;]{0,90}?)?(?P<aux>(?: (?:will|to|would|be|has|have|been|is|are|due|set|expected|"
     r"scheduled))*) (?:took place|takes? place|(?:was|were|be|been) held|held|began|begin|opened|concluded|ended|"
     r"resumed?|kicked off|started|met|meets|convened|convenes|gathered|failed|broke (?:up|down|off)|made (?:\w+ "
     r")?progress|"
     r"wound up|wrapped up|continued|adjourned|finished|closed|(?:ends?|opens?|begins|starts|concludes|holds?)"
     r"(?= (?:[^\s.;]+ ){0,4}?(?:session|meeting|talks)\b))"),
    ("pair.attend", "meeting", ("consultations", "talks", "dialogue", "meeting", "negotiations", "committee",
        "working group",
        "commission", "ministerial", "conference", "council", "task force", "summit"),
     r"{X}{PAREN}{AUX} (?:host(?:ed|s|ing)?|led|leads?|heads?|headed|convened?s?|launch(?:ed|es)?|relaunch(?:ed|es)?|"
     r"open(?:ed|s)?|chair(?:ed|s)?|attend(?:ed|s)?|"
     r"join(?:ed|s)?|participat(?:e|es|ed|ing) in|took part in|takes? part in|inaugurated|concluded|held|holds?|begin|"
     r"began|delivered remarks at|represent \S+ \S+ (?:at|in))"
     r"(?P<np>(?: (?!with )[^\s.;:,]+){0,5}?) (?P<y>[ACO]\d+ [-–] [ACO]\d+(?: [-–] [ACO]\d+)?)(?: [^\s.;:]+){0,6}? "
     r"(?:consultations|talks|dialogue|meeting|"
     r"negotiations|committee|working group|commission|ministerial|conference|council|task force|summit)"),
    ("talks.nominal", "meeting", ("talk", "meeting", "negotiation", "conversation", "consultation", "discussion",
        "call", "exchange", "summit", "dialogue",
        "audience", "session", "conference", "briefing", "interview", "telephone", "lunch", "dinner", "encounter",
        "breakfast", "E"),
     r"(?P<x>[PC]\d+) 's(?P<np>(?: [^\s.;,]+){0,5}?) {TALK}{ADV} with {Y}"),
    ("talks.states", "meeting", ("talks in", "talks on", "talks D", "meeting in", "negotiations in", "talks at",
        "meeting at",
        "negotiations at", "meeting on D", "meeting D"),
     r"(?P<x>(?:the )?(?:[CO]\d+ , )*(?:the )?[CO]\d+(?: ,)? and (?:the )?[CO]\d+){PAREN}(?P<aux>(?: "
     r"(?:have|has|had|will|would|D\d+|on|"
     r"also))*) "
     r"(?:agreed?|failed|adopted|discussed|clashed|reached|made|struck|signed|vowed|pledged|resumed?|began|opened|"
     r"concluded|ended|"
     r"haggled|traded|exchanged|settled|sought|tried|finali[sz]ed|narrowed)(?P<np>(?: (?!said |that )[^\s.;]+){0,14}?) "
     r"(?:at|during|in|after|following)(?: "
     r"(?:a|the|their|two|three|days?|of|hours?|\w+-day|latest|new|fresh|first|second|last|"
     r"final|\w+th|round|ministerial|trilateral|bilateral|high-level|peace|trade|closed-door))* "
     r"(?:talks|meetings?|negotiations)(?= (?:in "
     r"[LC]|at [LV]|(?:on )?D))"),
    ("talks.sought", "meeting", ("talks with", "talks directly", "meeting with", "negotiations with", "dialogue with",
        "summit with",
        "dialog with", "of meeting", "meeting P", "to talks", "to a meeting", "for talks", "for a meeting"),
     r"(?P<x>(?:the )?(?:[CPL]\d+|he|she)){PAREN}(?P<aux>(?: "
     r"(?:is|was|are|has|had|would|also|again|still|now|once|on|D\d+|both|"
     r"have|repeatedly|formally))*) "
     r"(?:wants?|wanted|seeks?|seeking|sought|proposed?s?|proposing|suggest(?:s|ed)?|offer(?:s|ed|ing)?|request(?:s|"
     r"ed)?|"
     r"calls? for|called for|demand(?:s|ed)?|like to (?:have|hold|see)|welcomed?|(?:ready|open|willing|prepared) "
     r"(?:for|to (?:hold|"
     r"have|start|enter|begin|resume)|to)|(?:left|leaves?|kept|keeps?)(?: the)?(?: door)? open(?: the)?(?: "
     r"(?:door|possibility|"
     r"prospect|option))?(?: (?:of|to|for))?|rais(?:es|ed) (?:the )?(?:possibility|prospect) of|float(?:s|ed) (?:the "
     r")?(?:idea|"
     r"possibility) of|ask(?:s|ed) for|push(?:es|ed|ing)? for|press(?:es|ed|ing)? for)"
     r"(?P<np>(?: "
     r"(?:a|an|the|his|her|their|its|to|hold|have|holding|having|direct|bilateral|face-to-face|early|new|fresh|urgent|"
     r"high-level|one-on-one|personal|formal|peace|trade|open|further|more|immediate|unconditional|possible|of|for|"
     r"idea))*) "
     r"(?:talks|(?:re)?negotiations|meetings?|dialog(?:ue)?|summit)(?: (?:directly|on D\d+|D\d+|soon))?(?: "
     r"(?:with|between)|(?<= "
     r"meeting)(?= P)) "
     r"(?P<y>{LIST}|(?:the )?L\d+)"),
    ("talks.title", "meeting", ("with",),
     r"^(?P<np>(?:[^\s.;,]+ ){0,4}){TALK}{ADV} with {Y}"),
    ("talks.loose", "meeting", ("with",),
     r"{X}(?P<aux>(?: (?!P\d)[^\s.;:]+){0,10}?) (?:for|in|during|after|before|following|to hold|at|ahead of|holds?|"
     r"of)(?P<np>(?: (?!with |between )[^\s.;:,]+){0,6}?)"
     r" {TALK}{ADV} with {Y}"),
    ("speak.with", "phone_call", ("spoke", "speak", "talk", "chatted"),
     r"{X}{PAREN}{AUX} (?:spoke|speaks|speak|spoken|talked|talks|talk|chatted|speaking)(?P<np>{ADV})(?: ,| "
     r"individually)? (?:with|"
     r"to)(?: :)? {Y}"),
    ("call.group", "phone_call", ("allies", "partners", "G"),
     r"{X}{PAREN}{AUX} (?:(?:spoke|speaks|speak|talked)(?P<np>{ADV})(?: ,)? (?:with|to)|(?:hosted|hosts|host|held|"
     r"holds|hold|convened|convenes|had|joined|joins)(?: (?!with )[^\s.;,]+){0,4}? (?:call|videoconference|"
     r"teleconference)"
     r"(?: on)?(?: D\d+)? with) (?:(?:a|the|group|of|his|her|their|our|its|key|close|several|other|fellow|some|and|x) )"
     r"{0,4}?(?:(?:european|transatlantic|foreign|world|regional|african|asian|latin|american|middle|eastern|western|"
     r"central) (?:and )?){0,3}(?:(?:(?<=european )|(?<=transatlantic )|(?<=foreign )|(?<=world )|(?<=regional )|"
     r"(?<=african ))G\d+|(?:allies|x) and partners|partners and allies|G\d+ from our)\b"),
    ("speak.each", "phone_call", ("spoke", "speak", "talked"),
     r"{X}{PAREN}{AUX} (?:spoke|speak|talked|spoken)(?P<np>(?: [^\s.;,]+){0,3}?) (?:by|over|on)(?: the)? (?:phone|"
     r"telephone|video)"),
    ("call.to", "phone_call", ("called", "phoned", "telephoned", "calls", "phones"),
     r"(?P<x>{SIDE}|he|she){PAREN}{AUX} (?:phoned|telephoned|phones|called|calls)(?P<np>) {YP}(?= on D| D| to "
     r"(?:discuss|congratulate|express|offer|thank|wish|convey|talk|inform|brief|update|tell|urge|"
     r"warn|ask|say|review|extend)\b| \.| ,| "
     r"late| early|$| by| for| about| after)"),
    ("cohost.join", "meeting", ("hosting", "host ", "chairing", "chair ", "convening", "convene ", "leading",
        "opening"),
     r"{X}{PAREN}{AUX} (?:join|joins|joined|joining) (?P<y>{LIST}) (?:in|to|for|as (?:\S+ )?(?:they|he|she)) "
     r"(?:co-)?(?:host|chair|conven|lead|open)(?:e|s|ing|ed)?(?P<np>(?: (?!said |told |with )[^\s.;,]+){0,6}?) "
     r"(?:meeting|session|ministerial|summit|conference|forum|dialogue|talks|consultations|round ?table|event|E\d+)"
     r"(?P<of>(?: of (?:the )?G\d+)?)"),
    ("cohost", "meeting", ("co-host", "co-chair", "co-led", "co-lead", "co-conven", "co-organiz", "jointly"),
     r"{X}{PAREN}{AUX} (?:co-host(?:ed|s|ing)?|co-chair(?:ed|s|ing)?|co-led|co-leads?|co-conven(?:ed|es?|ing)|"
     r"co-organi[sz]e[ds]?|jointly (?:hosted|chaired|led|convened))(?P<np>(?: (?!said |told )[^\s.;]+){0,18}?) (?:with|"
     r"alongside) {Y}"),
    ("convene.alongside", "meeting", ("alongside", "jointly with", "together with"),
     r"{X}{PAREN}{AUX} (?:convened?s?|hosted|hosts?|held|holds?|led|leads?|chaired|chairs?|opened|launched|inaugurated)"
     r"(?P<np>(?: (?!said |told )[^\s.;]+){0,20}?) (?:meeting|session|dialogue|talks|consultations|committee|council|"
     r"E\d+)(?: [^\s.;]+){0,14}? "
     r"(?:alongside|jointly with|together with) {Y}"),
    ("we.convene", "meeting", ("we ",),
     r"we(?: ,| –| —| -)? (?P<x>{LIST})(?: ,| –| —| -)?(?P<aux>(?: (?:have|had|today|D\d+))*) (?:met|meet|gathered|"
     r"gather|convened?|"
     r"assembled|came together|come together|held)(?P<np>)"),
    ("calls.apart", "phone_call", ("calls ,",),
     r"(?:in|during)(?: (?:a|the))? (?:separate|several|consecutive|back-to-back|two|three|four|five)(?P<np>(?: "
     r"[^\s.;,]+){0,3}?) "
     r"calls(?: on D\d+)? , {X}{PAREN}{AUX} (?:discussed|spoke|talked|consulted|conferred|reviewed|briefed|exchanged)"
     r"(?: [^\s.;]+){0,14}? with {Y}"),
    ("talks.released", "meeting", ("statement", "release", "communiqu", "declaration"),
     r"(?P<aux>)(?:statement|press release|communiqu[eé]|declaration|text)(?P<np>(?: [^\s.;]+){0,4}?) (?:was|were|is|"
     r"has been)(?: \w+ly)? "
     r"(?:released|issued|adopted|made public|agreed)(?: jointly)?(?: on D\d+)? by (?P<x>{LIST})(?= "
     r"[^.;]{0,60}(?:(?:on the "
     r"occasion of|following|after|at the conclusion of|during)\b[^.;]{0,90}\b(?:meetings?|ministerial|dialogue|"
     r"consultations|talks|"
     r"sessions?|summit|visit|conference|convening|forum|committee|commission|E\d+)|(?:which|who) met)\b)"),
    ("talks.text", "meeting", ("joint ",),
     r"(?P<aux>)text of (?:a|the) joint (?:statement|press release|communiqu[eé]|declaration)(?P<np>) (?:by|of|between|"
     r"from) "
     r"(?P<x>{LIST})(?= [^.;]{0,40}(?:on the occasion of|following|after|at the conclusion of|"
     r"during)\b[^.;]{0,90}\b(?:meetings?|"
     r"ministerial|dialogue|consultations|talks|sessions?|summit|visit|conference|convening|forum|committee|commission|"
     r"E\d+)\b)"),
    ("call.was", "phone_call", ("call",),
     r"calls?(?: [^\s.;,]+){0,3}? (?:was|were) received(?: D\d+)? by (?P<x>{SIDE})(?P<np>(?: , (?:[^\s,]+ ){1,8},)?) "
     r"from {Y}"),
    ("call.make", "phone_call", ("call",),
     r"{X}{PAREN}{AUX} (?:made|makes|make|placed|places|had|initiated)(?P<np>(?: [^\s.;:]+){0,4}?) calls?{ADV} (?:to|"
     r"with) {Y}"),
    ("call.receive", "phone_call", ("call",),
     r"{X}{PAREN}{AUX} (?:received|receives|took|takes|got|answered)(?P<np>(?: [^\s.;:]+){0,4}?) calls?{ADV} from {Y}"),
    ("discuss.phone", "phone_call", ("phone", "telephone"),
     r"{X}{PAREN}{AUX} (?:discuss|discussed|discusses|talk|exchanged?|finali[sz]ed|reviewed|agreed|coordinated|"
     r"addressed|confirmed)(?P<np>{WITHIN}) (?:by|over|on|in a|during a|"
     r"via)(?: the)? "
     r"(?:tele)?phone"),
    ("told.with", "meeting", ("told ", "tells ", "assure", "promised ", "urged ", "thanked ", "asked ", "brief",
        "warned ", "informed "),
     r"(?P<x>{SIDE}|he|she){PAREN}{AUX} (?:told|tells|assured|assures|promised|urged|thanked|asked|reassured|briefed|"
     r"warned|informed)(?P<np>) (?P<y>(?:his|her|visiting|the visiting)(?: guest)?(?: ,)? P\d+)"),
    ("told.at", "meeting", ("told ", "assured ", "informed ", "thanked ", "urged ", "briefed ", "asked ", "warned ",
        "praised ",
        "congratulated ", "pressed "),
     r"(?P<aux>)(?!informed [^.;]{0,99}phone)"
     r"(?:told|assured|informed|thanked|urged|briefed|asked|warned|praised|congratulated|pressed)"
     r"(?: (?:visiting|the|his|her|new|newly|elected))* (?P<y>[PG]\d+)(?! 's)(?: [^\s.;]+){0,24}? "
     r"(?:(?:at|in|during|over|after)"
     r"(?: (?:a|an|the|their))?(?P<np>(?: [^\s.;,]+){0,3}?) {TALK}(?! with)|(?:by|over the|on the) (?:tele)?phone\b)"),
    ("press.opening", "meeting", ("news conference", "press conference", "briefing", "press availability"),
     r"(?P<aux>)(?:at|in|during|after)(?: (?:a|the|their))?(?P<np>(?: [^\s.;,]+){0,3}?) (?:news|press|media) "
     r"(?:conference|briefing|"
     r"availability){ADV} (?:with|alongside|next to|together with) {YP}(?= ,)"),
    ("alongside", "meeting", ("alongside", "next to", "beside", "together with", "standing with", "joint "),
     r"{X}{PAREN}(?P<aux>)(?: [^\s.;]+){0,14}? (?:speaking|standing|appearing|spoke|appeared|stood|news conference|"
     r"press conference|"
     r"media briefing|briefing)(?P<np>{ADV}) (?:alongside|next to|beside|together with|jointly with) {YP}"),
    ("chaired.by", "meeting", ("chaired by", "led by", "headed by", "presided over by", "attended by"),
     r"(?P<np>(?:meeting|session|sitting|talks|consultations|dialogue|commission|committee|council|round|negotiations|"
     r"group|E\d+))(?: (?!said |told )[^\s.;,]+){0,9}?(?: ,| and| which)?(?P<aux>(?: (?:was|were|is|are|will|be|being|"
     r"to))*)(?: jointly)? "
     r"(?:co-)?(?:chaired|led|headed|presided over|attended) by (?P<x>{LIST})"
     r"(?: , (?!and )[^.;,]{1,90}? ,| \( [^()]{1,60} \))?(?: (?:and|with|alongside)(?: by)? (?P<y>{SIDE}))?"),
    ("led.each", "meeting", ("led ", "headed ", "represented "),
     r"(?P<np>)(?:C\d+|[a-z]+ delegation|side)(?P<aux>(?: (?:was|is|were|will|be))*) (?:led|headed|represented) by "
     r"(?P<x>{SIDE})"
     r"[^.;]{0,60}? (?:(?:and|while|with|,)(?: [^\s.;,]+){0,6} (?:led |headed |represented )?by "
     r"(?P<y>{SIDE})(?:[^.;]{0,60}? while (?P<z>P\d+))?"
     r"|while (?P<w>P\d+)(?: ,(?: [^\s,]+){1,9} ,)? (?:led|headed|represented))"),
    ("chair.each", "meeting", ("chair", "co-host", "co-le", "co-conven", "jointly"),
     r"{X}{PAREN}{AUX} (?:co-chaired|co-chair|co-chairs|chaired|chair|co-host(?:ed|s)?|co-le(?:d|ad|ads)|"
     r"co-convene[ds]?|jointly (?:hosted|host|chaired|chair|led|lead|convened|opened))(?P<np>(?: [^\s.;:,]+){0,6}?) "
     r"(?:meeting|session|council|commission|talks|ministerial|conference|round ?table|"
     r"dialogue|committee|consultations|E\d+)(?P<of>(?: of (?:the )?G\d+)?)"),
    ("talks.again", "meeting", ("previous ", "next ", "last ", "earlier ", "again in", "again on"),
     r"(?:(?:the|their|a|its|such|of) (?:\w+ )?(?:previous|last|next|earlier|following)(?P<np>(?: [^\s.;,]+){0,2}?) "
     r"(?:meetings?|rounds?|talks|summits?|sessions?|"
     r"consultations|gatherings?|negotiations)(?: (?!said |told |with |between (?!the two|the three|"
     r"both))[^\s.;,]+){0,5}?(?P<aux>(?: (?:will|to|was|were|is|are|be|been|due|set|expected|"
     r"scheduled|planned|has|have))*)(?: (?:took place|take place|takes place|held|convened?|hosted|scheduled|planned|"
     r"set|expected))?"
     r"|(?:(?:the )?(?:two|three|both) (?:sides|countries|parties|ministers|leaders|G\d+)|(?:the )?(?:parties|sides|"
     r"delegations|ministers|leaders|two|three|four|five|trio|pair|G\d+)|they)"
     r"(?P<aux2>(?: (?:will|are|were|to|agreed|due|set|expected|scheduled|plan|hope))*) (?:meet|see each other|gather|"
     r"convene|reconvene)(?: (?:again|next))+)"
     r"(?=(?: (?:in|on|at|for|early|late|later|this|next|the|V\d+|L\d+|C\d+|D\d+)){1,5}? (?:[LCD]\d+))(?: (?:in|at|for|"
     r"on)(?: (?:the )?(?:A\d+ )?(?:\w+ of )?[LC]\d+)?)?"),
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
    ("title.remarks", "meeting", ("remarks", "statement", "press", "toasts", "news", "comments", "greetings"),
     r"^{OPENING}{WORDS}{PRESS} (?:by|of|from|with) (?P<x>{LIST})(?P<aux>)(?: ,)?(?: , as [^,]*,)? "
     r"(?:before|after|during|in|at|following|ahead|prior|upon)(?P<np>(?: [^\s.;]+){0,6}?) "
     r"(?:meetings?|press|talks|conference|call|session|availability|lunch|dinner|arrival|joint|ceremony|luncheon|"
     r"breakfast|banquet|signing|consultations|negotiations)"),
    ("title.press", "meeting", ("press", "news", "media", "statements", "remarks"),
     r"^{OPENING}{WORDS}{PRESS} (?:by|of|from|with)(?P<np>) (?P<x>{LIST})(?P<aux>)(?=$| \(| \|)"),
    ("title.both", "meeting", (" before ", " after ", " at ", " in ", " remarks", " opening ", " ahead ", " following ",
        " joint ", " during ", " prior ", " upon "),
     r"^[^\w]*(?P<x>{LIST})(?P<aux>)(?: ,)? "
     r"(?:before|after|at|in|remarks|opening|ahead|following|joint|during|prior|upon)(?P<np>(?: [^\s.;]+){0,4}?) "
     r"(?:meetings?|press|availability|talks|conference|lunch|dinner|negotiations|consultations)"),
    ("title.byline", "meeting", ("meeting", "talks", "call", "conversation", "lunch", "dinner"),
     r"^{OPENING}{WORDS}{PRESS}(?P<aux>) (?:before|after|during|at|following|ahead of|prior to)"
     r"(?P<np>(?: (?!P\d|with )[^\s.;]+){0,5}?) (?:meetings?|talks|call|conversation|lunch|dinner) with {Y}"),
    ("press.own", "meeting", ("press", "news", "media"),
     r"(?P<x>P\d+) 's(?P<aux>)(?: (?!P\d|said)[^\s.;:]+){0,10}? (?:at|in|during|following|after)(?P<np>(?: "
     r"[^\s.;:,]+){0,3}?) (?:news|press|media) (?:conferences?|availability|x){ADV} with (?:the )?(?:new )?{YP}"),
    ("title.both.bare", "meeting", ("remarks", "statements", "availability", "conference", "press", "media",
        "reporters", "journalists"),
     r"^[^\w]*(?:(?:transcript|text|video|watch) : )?(?P<x>{LIST})(?P<aux>)(?P<np>) (?:(?:(?:opening|joint|closing|"
     r"brief|introductory) )*(?:remarks|statements|"
     r"press availability|press conference|news conference){PRESS}|(?:speak|talk|spoke|talked|make statements|meet the "
     r"press|brief)"
     r"(?: (?:to|with))?(?: (?:the )?(?:press|media|reporters|journalists))?)(?=$| \(| \|| in L)"),
    ("talks.occasion", "meeting", ("meeting", "talks", "call", "conversation", "discussions", "summit",
        "consultations", "dialogue", "negotiations"),
     r"(?:on the occasion of|following|during|after|at|in)(?P<np>(?: (?!with |between |their |his |her "
     r")[^\s.;,]+){1,8}?) "
     r"(?:meeting|talks|call|conversation|discussions|"
     r"summit|consultations|dialogue|negotiations)(?: (?:initiated|requested|held|convened|arranged)(?: "
     r"[^\s.;,]+){1,6}?)?"
     r"{ADV} , {X}(?P<aux>)(?= )"),
    ("joint.each", "meeting", ("pledge", "agree", "vow", "discuss", "exchange", "reaffirm", "affirm", "call for",
        "called for", "hailed", "failed to", "made progress", "patched", "papered", "struck", "reached", "clinched",
        "told reporters", "told journalists",
        "told a "),
     r"{X}{PAREN}{AUX} (?:pledged?|agreed?|vow|vowed|discuss|discussed|exchanged|reaffirm(?:ed|s)?|affirm(?:ed|s)?|"
     r"call for|called for|"
     r"hailed|failed to (?:agree|reach|resolve|narrow|bridge|settle)|made progress|(?:patched|papered) (?:up|over)|"
     r"struck|reached|clinched|told (?:reporters|journalists|a (?:joint )?(?:news|press) conference))(?P<np>)"),
    ("discuss.with", "meeting", ("discuss", "talks"),
     r"{X}{PAREN}{AUX} (?:discuss|discussed|discusses|(?<=is )discussing|(?<=are )discussing|(?<=ly )discussing|"
     r"exchanged views|talks)(?P<np>{WITHIN}) with (?P<y>(?:(?:the|his|her|"
     r"their|a|visiting) )*[PG]\d+(?:(?: ,)? (?:and|as well as|,) (?:(?:the|his) )*[PG]\d+)*|(?:his|her|their) [CO]\d+"
     r"|(?:(?:the|senior|top) )*V\d+(?= (?:senior )?(?:officials?|aides?|staff|advisers?)))(?! 's)"),
    ("informed.by.phone", "phone_call", ("telephone", "phone"),
     r"{X}{PAREN}{AUX} informed {YP}(?P<np>{WITHIN}) by (?:tele)?phone"),
    ("call.noun", "phone_call", ("call",),
     r"(?:in|during) (?:a|the|their|his)(?P<np>(?: [^\s.;,]+){0,4}) call{ADV} (?:with|from|to) {Y}"),
    ("talks.their", "meeting", ("their ",),
     r"{X}(?P<aux>)(?: (?!said |told )[^\s.;]+){1,40}? (?:their|a joint)(?P<np>(?: [^\s.;:,]+){0,5}?) {TALK}"),
    ("talks.join", "multilateral_meeting", ("talks",),
     r"{X}{PAREN}{AUX} (?:take part in|took part in|takes part in|join|joins|joined|attend|attended|attends|"
     r"participate in|participated in)"
     r"(?P<np>(?: [^\s.;:,]+){0,5}?) (?P<y>[AC]\d+)(?: - [AC]\d+)?(?: \w+){0,2} talks"),
    ("after.meet", "meeting", ("after ", "following ", "before ", "ahead of ", "while ", "upon "),
     r"(?:after|following|before|ahead of|while|upon)(?: (?:first|separately|briefly|also))?(?P<aux>)(?P<np>) "
     r"(?:meeting|hosting|receiving|welcoming|"
     r"conferring with|holding (?:\w+ ){0,3}talks with|speaking (?:by phone )?with|talking (?:by phone )?(?:to|with)|"
     r"sitting down with)(?: with)?{ADV} {YP}"),
    ("meet.and", "meeting", (" met ", " meet ", " meets ", "held ", "hold ", "holds ", "sat down", "dined", "lunched",
        "conferred",
        "had lunch", "had dinner"),
     r"(?:and|,|then|where (?:he|she|they))(?P<aux>(?: (?:will|then|also|to|later|is|are|was|due|would|expected|set|"
     r"scheduled|"
     r"has|have))*) (?:met|meet|meets|(?:sat|sits?) down|dined|lunched|conferred|(?:held|hold|holds) (?:\w+ "
     r"){0,3}talks|had (?:lunch|dinner|breakfast))(?P<np>){ADV}(?: with)? {YP}"),
    ("talks.bare", "meeting", ("with",),
     r"(?:a|an|the|his|her|separate|this|brief)(?P<np>(?: [^\s.;:,]+){0,4}?) {TALK}{ADV} with {YP}"),
    ("talks.place", "meeting", ("talks in", "discussions in", "negotiations in", "consultations in"),
     r"{X}{PAREN}{AUX} {HOLD}(?P<np>(?: (?!with |between )[^\s.;:,]+){0,7}?) (?:talks|discussions|negotiations|"
     r"consultations) in (?P<c>(?:the )?[LC]\d+)(?!(?: [^\s.;,]+){0,5} (?:with|between) )"),
    ("meet.due", "meeting", ("meeting", "talks", "summit", "call"),
     r"(?P<np>(?:[^\s.;,]+ ){0,3})(?:meeting|talks|summit|call) (?P<aux>(?:\S+ ){0,6}?)with {YP}"),
)
