"""Sentences that report a larger event, a signing or a letter. The parts in braces stand in `contacts.PARTS`."""

from __future__ import annotations

EVENTS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("title.event", "event", ("E",),
     r"^{OPENING}(?:{WORDS}|x) (?:by|of|from) (?P<x>{LIST})(?P<aux>)(?: ,)? "
     r"(?:before|after|during|in|at|following|ahead of|upon|to)(?P<np>(?: (?!P\d|with |meeting|talks)[^\s.;]+){0,7}?) "
     r"(?P<event>E\d+)"),
    ("title.event.own", "event", ("E",),
     r"^[^\w]*(?P<x>P\d+)(?P<aux>)(?:(?: 's)?(?: (?!P\d|with )[^\s.;,]+){0,3}? {WORDS} (?:at|to|during|in)| at)"
     r"(?P<np>(?: (?!P\d|with |meeting|talks)[^\s.;]+){0,7}?) (?P<event>E\d+)"),
    ("title.body", "multilateral_meeting", ("meeting", "session", "debate", "briefing", "consultations",
        "negotiations"),
     r"^{OPENING}(?:{WORDS}|x) (?:by|of|from) (?:the )?(?P<x>P\d+)(?P<aux>) (?:at|during|in) (?:an?|the)"
     r"(?P<np>(?: (?!P\d|with )[^\s.;]+){0,5}?) (?:meetings?|session|debate|briefing|consultations|negotiations)"
     r"(?: [^\s.;]+){0,24}? (?:the )?(?:(?P<y>O\d+)|(?P<event>E\d+))"),
    ("event.attend", "event", ("E",),
     r"{X}{PAREN}{AUX} (?:(?:led|leads|lead|headed|heads|heading|leading) (?:a|the|his|her) (?:(?:\S+ ){0,3}delegation|"
     r"C\d+)(?: 's (?:delegation|participation))? (?:to attend|to|at|for|in)|represent(?:s|ed)? (?:the )?[CO]\d+ "
     r"(?:at|in)|"
     r"attend|attended|attends|attending|participat\w+(?: (?:on )?D\d+| virtually| remotely| "
     r"online)? in|took part in|take part in|takes part in|"
     r"address|addressed|addresses|"
     r"chaired|chairs|chair|presided over|hosted|hosts|host|spoke at|speak at|speaks at|told|arrived "
     r"for|joined|join|joins|"
     r"opened|opens|"
     r"renewed|launched|participate in|deliver(?:ed|s)? (?:a speech|remarks) at|held|hold|holds|convened|convene|"
     r"gathered for|gather for|arrive for|"
     r"co-chaired|co-chair|co-chairs|follow|representing \S+ at)(?P<np>(?: (?:the|a|an|in|on|of|D\d+|their|his|first|"
     r"today|plenary|session|\d+(?:st|nd|rd|th)|"
     r"meeting|work|annual|next|this|regular|opening|another|ceremony|high-level|week|both|virtual))*) "
     r"(?P<event>E\d+)"),
    ("event.sought", "event", ("E",),
     r"{X}{PAREN}{AUX} (?:request(?:s|ed|ing)?|seek(?:s|ing)?|sought|demand(?:s|ed|ing)?|propos(?:es|ed|ing)|"
     r"convene[ds]?|(?:call(?:s|ed|ing)?|ask(?:s|ed|ing)?|push(?:es|ed|ing)?|press(?:es|ed|ing)?)"
     r"(?: (?:on )?D\d+)? for|called)"
     r"(?P<np>(?: (?:on|D\d+|a|an|the|that|emergency|urgent|closed-door|closed|private|public|open|special|"
     r"extraordinary|early|new|formal|another|immediate|convening|holding|calling|of))*) (?P<event>E\d+)"),
    ("event.travel", "event", ("E",),
     r"{X}{PAREN}{AUX} (?:set (?:off|out)|sets (?:off|out)|leaves?|left|travels?|travell?ed|flies|fly|flew|departs?|"
     r"departed|heads?|headed|"
     r"arrive[sd]?|came|comes?|goes|go|went|travell?ing|flying)(?: (?!P\d|said )[^\s.;,]+){1,6}?(?: , [CL]\d+)?(?: ,)?"
     r"(?: (?!P\d|said )[^\s.;,]+){0,6}? (?:to (?:attend|participate in|take part in|address|speak at|join|chair|"
     r"co-chair|co-host|deliver (?:\w+ )?remarks at|represent (?:the )?[CO]\d+ (?:at|in)|"
     r"lead (?:a|the|his|her) (?:(?:\S+ ){0,3}delegation|C\d+)(?: 's (?:delegation|participation))? "
     r"(?:for|to|at|in))|for)"
     r"(?P<np>(?: "
     r"(?:the|a|an|D\d+|\d{4}|\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|annual|next|this|regular|special|"
     r"high-level|high-|high|level|x|inaugural|opening|session|meeting|round|ministerial|of))*) (?P<event>E\d+)"),
    ("event.hosted", "event", ("host",),
     r"(?P<c>[LC]\d+){AUX} (?:host|hosts|hosted|hosting)(?P<np>(?: [^\s.;:]+){0,6}?) (?P<event>E\d+)"),
    ("event.hosted.that", "event", ("host",),
     r"(?P<event>E\d+)(?P<np>)(?: ,)? (?:that|which) (?:the )?(?P<c>[LC]\d+)(?P<aux>(?: (?:will|is|was|to|would|due|"
     r"set|expected|be|are))*) (?:host|hosts|hosted|hosting)"),
    ("event.title", "event", ("E",),
     r"^(?:the )?(?P<event>E\d+)(?P<aux>)(?: in (?:the )?[LC]\d+| : .*| ,(?: L\d+ ,)? D\d+)*$"),
    ("event.at", "event", ("E",),
     r"^(?:at|during)(?: the)? (?P<event>E\d+) ,(?P<aux>(?: \S+){0,2}?) (?P<x>P\d+)"),
    ("event.present", "event", ("E",),
     r"(?P<x>(?:(?<=^)|(?<=and )|(?<=, )|(?<=” )|(?<=\" ))(?:the )?P\d+|he|she)(?! (?:'s|to|who)\b)(?: ,(?: "
     r"(?!P\d)[^\s,.;]+){1,9} ,)?(?P<aux>)"
     r"(?: (?!P\d|that |if |not |skip|will |would |met |meets? |meeting |talks |held |holds? |had )[^\s.;,]+){1,16}?"
     r"(?<! reached)(?<! agreed)(?<! made)(?<! signed)(?<! adopted)(?<! announced)(?<! held)(?<! discussed)"
     r"(?<! scheduled)(?<! due)(?<! expected)(?<! planned)(?<! set)(?<! forward)(?<! looking)(?<! aimed) "
     r"(?:at|during|(?:up)?on (?:his |her |their )?arriv(?:al|ing) (?:at|for|to)|(?:as|when|before|after) (?:he|she) "
     r"(?:was )?(?:arriv\w+|enter\w+|left|leaving|attend\w+)(?: (?:at|for|to))?|on the "
     r"(?:first|second|third|final|last|opening|closing) day "
     r"of|"
     r"(?:at|on|near|after|before) the (?:start|opening|end|close|beginning|eve|conclusion|sidelines|margins) of|while "
     r"attending)"
     r"(?P<np>(?: (?:the|a|an|this|D\d+|'s|their|his|her|two-day|three-day|one-day|\d+(?:st|nd|rd|th)|first|special|"
     r"annual|"
     r"crucial|key|major|latest|regular|informal))*) (?P<event>E\d+)"),
    ("event.speaking", "event", ("E",),
     r"(?:(?<=^)|(?<=, ))(?P<aux>)(?:speaking|speaks|in (?:a|his|her|an|the) (?:\w+ "
     r")?(?:speech|address|statement|intervention|remarks)|"
     r"addressing|attending|arriving|talking to (?:reporters|journalists))"
     r"(?: (?:to (?:reporters|journalists|the press|G\d+|delegates)|on D\d+|D\d+|earlier))*(?: "
     r"(?:at|during|in|to|for|before|"
     r"after|on the sidelines of|on arrival at|ahead of))?"
     r"(?P<np>(?: "
     r"(?:the|a|an|this|D\d+|'s|their|two-day|three-day|one-day|\d+(?:st|nd|rd|th)|first|special|annual|crucial|key|"
     r"major|latest|regular|informal))*) (?P<event>E\d+)(?: (?:in|on|at) (?:the )?[LCVD]\d+){0,2} ,(?: also)? "
     r"(?P<x>(?:the "
     r")?P\d+|he|she)"),
    ("event.speaking.own", "event", ("E",),
     r"(?P<x>P\d+) ,(?P<aux>)(?: who (?:is|was))? (?:speaking|attending|addressing|talking to "
     r"(?:reporters|journalists))(?: (?:to "
     r"(?:reporters|journalists|the press|G\d+|delegates)|on D\d+|D\d+))*(?: (?:at|during|in|before|after|on the "
     r"sidelines of|on "
     r"arrival at|ahead of))?"
     r"(?P<np>(?: "
     r"(?:the|a|an|this|D\d+|'s|their|two-day|three-day|one-day|\d+(?:st|nd|rd|th)|first|special|annual|crucial|key|"
     r"major|latest|regular|informal))*) (?P<event>E\d+)"),
    ("event.and", "event", ("E",),
     r"(?:and|,|then)(?P<aux>(?: (?:will|then|also|to|later|would))*) (?:attend|attended|attends|participate in|"
     r"participated in|took part in|address|"
     r"addressed)(?P<np>(?: "
     r"(?:the|a|an|\d+(?:st|nd|rd|th)|first|second|third|annual|informal|next))*) (?P<event>E\d+)"),
    ("event.listed.and", "event", ("and E", "and the E", ", E", ", the E"),
     r"(?:and|,)(?P<aux>)(?P<np>(?: the)?) (?P<event>E\d+)(?= (?:on|from|in|at) (?:the )?[DLCV]\d|$| [.,;])"),
    ("event.happen", "event", ("E",),
     r"(?P<event>E\d+){PAREN}(?P<aux>(?: ,)?(?: (?![PG]\d|,)\S+){0,4}?) (?:opened|opens|took place|takes place|take "
     r"place|kicked off|"
     r"kicks off|held|began|begins|started|"
     r"starts|ended|ends|concluded|concludes|wrapped up|wound up|under way|underway|gathered|brings together|brought "
     r"together|met|meets|meet|gather|"
     r"convened|convenes|hold|signed|pledged|endorsed|backed|vowed|approved|discussed|agreed|adopt|adopted|adopts|end|"
     r"begin|start|open|resume|resumes|"
     r"resumed|reconvened|adjourned|issued|failed|postponed|cancell?ed|called off|put off|deferred|rescheduled|(?<=E\d "
     r")meeting|(?<=E\d\d )meeting)(?P<np>)"),
    ("event.gathered", "event", ("E",),
     r"(?P<event>E\d+)(?P<aux>)(?P<np>(?: [^\s.;]+){1,24}?) at (?:a|an|the|their|this) (?:\S+ ){0,3}?(?:meeting|"
     r"session|talks|"
     r"gathering|conference)"),
    ("event.within", "event", ("E",),
     r"(?:at|during|in|after|following|dominate|from|before|ahead of|for|told|chairing|chaired|attending|addressing|of)"
     r"(?: (?:a|an|the|this|today|D\d+|'s|their|regular|latest|crucial|special|two-day|three-day))*(?P<aux>)(?P<np>) "
     r"(?P<event>E\d+)"),
    ("event.dated", "event", ("E",),
     r"(?P<aux>)(?P<event>E\d+)(?P<np>)(?: ,)?(?: (?:which|that))?(?: (?:is|was|are|were|will|to|be|being))*(?: "
     r"(?:scheduled|planned|set|due|expected|slated|hosted|held))?"
     r"(?: (?:to take place|to be held|to open|to convene|for))?(?: (?:by|in|at) (?:the )?[LCV]\d+(?: ,)?)?(?: (?:on|"
     r"in|from|between|for|this|next|last|later|early|late))+ D\d+"),
    ("sign.each", "signing", ("sign", "ink", "initial", "names to", "exchanged"),
     r"{X}{PAREN}{AUX} (?:signed|sign|signs|inked|ink|initialed|initialled|signing|put their names to|"
     r"exchanged)(?P<np>(?: [^\s.;:]+){0,9}?) "
     r"(?:agreement|agreements|treaty|treaties|memorandum|memorandums|memoranda|pact|pacts|accord|accords|deal|deals|"
     r"declaration|"
     r"protocol|texts?|papers?|arrangements?|understandings?|copies|documents|document|statement|communique|roadmap|"
     r"contract|contracts|charter|convention|instruments|plan|"
     r"loan|loans|credit|package|letters of intent)"),
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
     r"(?:(?:wish|congratulate|salute)(?: (?!our )[^\s.;:]+){0,12}?|(?:send|extend|offer|convey|express|wish)(?: "
     r"[^\s.;:]+){0,6}? "
     r"(?:condolences?|congratulations|wishes|greetings|sympathy|sympathies)(?: (?!our )[^\s.;:]+){0,8}?) "
     r"(?P<y>[ACP]\d+)"),
    ("write.receive", "correspondence", ("letter", "telegram", "message", "cable", "greeting"),
     r"{X}{PAREN}{AUX} (?:received|receives|got)(?P<np>(?: [^\s.;:]+){0,5}?) (?:letters?|telegrams?|messages?|cables?|"
     r"greetings)"
     r"(?: of [^\s.;]+(?: and [^\s.;]+)?)? from {Y}"),
    ("write.each", "correspondence", ("letter", "telegram", "message", "greeting", "congratulat"),
     r"{X}{PAREN}{AUX} exchanged?(?P<np>(?: [^\s.;:]+){0,3}?) (?:letters|telegrams|messages|greetings|congratulations|"
     r"cables|notes)"),
    ("letter.from", "correspondence", ("letter", "telegram", "message"),
     r"(?:letter|telegram|message)(?P<np>(?: [^\s.;:]+){0,3}?) (?:from|by) (?P<x>{SIDE}) to {Y}"),
)
