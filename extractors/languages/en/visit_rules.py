"""Sentences that report a visit: planned, under way, paid, put off, accepted. The parts in braces stand in
`contacts.PARTS`."""

from __future__ import annotations

VISITS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
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
    ("visit.barred", "visit", ("barred", "banned", "blocked", "prevented", "not allowed", "denied permission"),
     r"(?P<x>P\d+)(?: ,(?: [^\s,]+){1,9} ,)?(?P<aux>(?: (?:was|were|is|has|have|had|been|being|again|also|would|be))*) "
     r"(?:barred|banned|blocked|prevented)(?: by \S+)? from(?P<np>) "
     r"(?:visiting|travell?ing to) (?:{TO}|(?:the|their|its) country)"),
    ("visit.barred.by", "visit", ("barred", "banned", "blocked", "prevented", "bars", "bans", "blocks"),
     r"(?P<c>C\d+){PAREN}{AUX} (?:barred|banned|blocked|prevented|bars|bans|blocks) (?P<x>P\d+)(?P<np>) from "
     r"(?:visiting|travell?ing (?:to|there))"),
    ("visit.refused", "visit", ("refused", "denied", "refuses", "denies"),
     r"(?P<c>C\d+){PAREN}{AUX} (?:refused|denied|refuses|denies)(?P<np>) (?:(?:an? )?(?:entry )?visas?|entry|access|"
     r"permission)"
     r" (?:to|for)(?: [^\s.;,]+){0,3}? (?P<x>P\d+)(?= [^.;]{0,50}\b(?:visit|trip|mission))"),
    ("visit.kill", "visit", ("cancel", "call", "scrap", "postpon", "put", "delay", "axed"),
     r"{X}{PAREN}{AUX} (?:{KILL}|{DELAY})(?P<np>(?: (?!with )[^\s.;:]+){0,6}?) (?:visit|trip|tour|travel){ADV}(?: "
     r"(?:to|of|in)) {TO}"),
    ("invite.talks", "meeting", ("invit",),
     r"{X}{PAREN}{AUX} (?:invited|invites|invite|inviting|(?:extend|extends|extended|send|sends|sent|issue|issued)(?: "
     r"\w+){1,3} invitations? to) {YP}(?P<np> (?:for|to hold|to(?! (?:visit|come|travel|pay|make|attend))|over for)(?: "
     r"[^\s.;:,]+){0,4}?) (?:talks|meeting|summit|negotiations|dinner|lunch|breakfast|tea|"
     r"dialogue|conversation)(?! in [LC])"),
    ("invite", "visit", ("invit",),
     r"{X}{PAREN}{AUX} (?:invited|invites|invite|extended(?: \w+)* invitation to|extended an invitation for|handed "
     r"over an "
     r"invitation to|conveyed an invitation to) "
     r"{YP}(?P<np>(?: [^\s.;:]+){0,8}?)"
     r" (?:visit|trip|tour|come to|travel to)(?: (?:to|in))?(?: {TO})?"),
    ("invite.hand", "visit", ("invit",),
     r"{X}{PAREN}{AUX} (?:handed|hands|conveyed|conveys|delivered|delivers|presented|presents|passed|brought|gave)(?: "
     r"over)?(?: to)? {YP}(?P<np>)(?: with)? (?:an|the|his|her|a formal|an official) invitation(?: (?:from|of|by) "
     r"P\d+)? "
     r"(?:to (?:visit|come to|pay (?:\S+ ){1,3}visit to|travel to)|for (?:a|an) (?:\w+ )?visit to)(?: {TO})?"),
    ("invite.to", "visit", ("invit",),
     r"{X}{PAREN}{AUX} (?:invited|invites|invite) {YP}(?P<np>) to {TO}"),
    ("invite.and", "visit", ("invit",),
     r"(?:and|,|then)(?P<aux>(?: (?:will|then|also|to|later))*) (?:invited|invites) {YP}(?P<np>) to {TO}"),
    ("visit.accept", "visit", ("accept",),
     r"{X}{PAREN}{AUX} (?:accepted|accepts|accept)(?P<np>(?: (?:an|the|his|her|their|official|formal|\w+ly|P\d+|C\d+|"
     r"'s))*) invitations?"
     r"(?: (?:from|by|of) (?P<y>{LIST}))?(?: [^\s.;]+){0,3}? to (?:visit|travel to|come to|(?:make|pay) (?:a|an|\w+) "
     r"(?:\w+ )?visit to)"
     r" {TO}"),
    ("visit.to", "visit", ("visit", "tour"),
     r"{X}(?:{TEAM})?{PAREN}{AUX} (?:visited|visits|visit|visiting|toured|tours|tour)(?P<np>) {TO}"),
    ("visit.paid", "visit", ("visit", "trip", "tour", "travel", "journey"),
     r"{X}{PAREN}{AUX} {PAY}(?P<np>(?: [^\s.;:]+){0,7}?) (?:visit|visits|trip|tour|journey){ADV}(?: (?:to|of|in|"
     r"through|around)) {TO}"),
    ("visit.takes", "visit", ("tak", "took"),
     r"{X}{PAREN}(?P<aux>(?: (?!arriv|flew|flies|land|left|beg[ai]n|kick|start|stopp)[^\s.;]+){0,6}?) "
     r"(?P<np>(?:[^\s.;]+ ){0,3}?)(?:trip|tour|journey|visit)(?: "
     r"[^\s.;]+){0,9}? "
     r"(?:takes|take|took|taking) (?:him|her|them) to {TO}"),
    ("visit.go", "visit", ("arriv", "travel", "fly", "flew", "flie", "went", "goes", "go ", "left ", "depart", "head",
        "set off", "sets off", "set out", "sets out",
        "touched down", "return", "jet", "leave",
                           "land", "came", "come"),
     r"{X}(?:{TEAM})?{PAREN}{AUX} {GO}(?P<np>)(?: back)?{ADV} (?:in|to|for|at|into) {TO}(?P<tail>(?: [^.;]{0,80})?)"),
    ("visit.takes.also", "visit", ("takes him", "takes her", "take him", "take her", "taken him", "taken her",
        "took him", "took her",
        "takes P", "take P", "taken P", "take the"),
     r"(?:trip|tour|journey)(?: ,)?(?P<aux>(?: (?!said )[^\s.;]+){0,9}?) (?:takes?|took|taken|taking) "
     r"(?:him|her|them|the minister|P\d+)(?P<np>)(?: "
     r"(?:also|on|next|first|from L\d+|from C\d+))* to {TO}"),
    ("visit.stops", "visit", ("stops in", "stop in", "stops to", "stopovers in", "stop is", "stop will", "stop was",
        "leg ", "ends ", "tour ", "trip "),
     r"(?:(?P<aux>(?:will |would |set to |plans to )?(?:trip|travel|tour|visit|itinerary|travels?|traveled|journey)(?: "
     r"will| would| is to)?)(?P<np>(?: (?!said |told )[^\s.;]+){0,16}?) (?:stops?|stopovers) "
     r"(?:in|to|at)|(?:his|her|the|their) (?:(?:first|second|third|fourth|next|last|final|other|only) )+(?:stop|leg|"
     r"destination)"
     r"(?: (?!said )[^\s.;,]+){0,6}? (?:is|was|will be|to be)(?: (?:in|to|at))?|"
     r"(?:tour|trip|journey) (?:will )?(?:ends?|begins?|starts?|concludes?|winds up|wraps up|ended|began|started|"
     r"concluded)(?: on)?(?: D\d+)?(?: with a stop)? in) {TO}"),
    ("visit.where", "visit", (", where P", ", where the P", "where P", "where the P"),
     r"(?P<c>[LC]\d+)(?: ,)? where (?:the )?(?P<x>P\d+)(?P<aux>(?: (?:is|was|has|have|had|been|currently|now|"
     r"also))*)(?: (?:on|paying|for|making|arrived on|came on))"
     r"(?P<np>(?: [^\s.;,]+){1,4}?) (?:visit|trip)"),
    ("visit.stay", "visit", ("in L", "in C", "in the C", "visiting"),
     r"(?P<x>P\d+) ,(?P<aux>)(?: who (?:is|was|has been))?(?: \w+ly)? (?:in|visiting) {TO}(?P<np>) (?:for "
     r"(?:(?:a|an|the|"
     r"his|her) )?"
     r"(?:\S+ "
     r"){0,5}?(?:visit|summit|conference|meeting|meetings|talks|discussions|consultations|negotiations|forum|E\d+)|"
     r"on (?:a|an|the|his|her) (?:\S+ "
     r"){0,4}?"
     r"(?:visit|trip|tour)|to attend)"),
    ("visit.title", "visit", (" in ", " visiting "),
     r"^(?P<x>P\d+)(?: ,)?(?P<aux>) (?:in|visiting)(?P<np>) {TO}(?= ,| (?:for|on) (?:(?:a|an|the|his|her|their|first|"
     r"second|two-day|three-day|one-day|"
     r"state|official|working|brief|rare|historic|surprise|D\d+) )*(?:visit|trip|tour)\b)"),
    ("visit.depart", "visit", ("left ", "leaves ", "departed ", "departs ", "flew out of", "flies out of"),
     r"{X}(?:{TEAM})?{PAREN}{AUX} (?:left|leaves|departed|departs|flew out of|flies out of)(?P<np>) {TO}(?= (?:on "
     r")?D\d+| for\b| "
     r"after| "
     r"late| early| with(?:out)?\b|$| , (?:heading|bound|flying|en route))"),
    ("visit.return", "visit", ("return", "back from", "came back", "home from"),
     r"{X}{PAREN}{AUX} (?:returned|returns|returning|came back|is back|was back|flew back|flew home|headed home)(?: "
     r"home| to L\d+)?"
     r"(?P<np>{ADV}) from(?: (?:a|an|the|his|her|their))?(?: [^\s.;,]+){0,4}?(?: (?:visit|trip|travel|tour|talks|"
     r"journey|mission)"
     r"(?: to| in)?)? {TO}"),
    ("visit.back", "visit", ("return from", "return home from"),
     r"(?P<aux>(?:on|upon|after|since|following)) (?:his|her|their)(?: \w+)? return(?P<np>)(?: home| to L\d+)? from"
     r"(?: (?:a|an|the|his|her|their))?(?: (?!P\d)[^\s.;,]+){0,4}?(?: (?:visit|trip|tour|talks|mission|journey)(?: "
     r"to| in)?)? {TO}"),
    ("visit.be", "visit", ("be in", "be visiting", "spend "),
     r"{X}{PAREN}(?:{TEAM})?(?P<aux>(?: [^\s.;]+){0,3}? (?:will|to|would)(?: \w+)?) (?:be (?:in|visiting)|spend (?:\w+ "
     r"){0,3}?(?:days?|night|nights|"
     r"weekend|week|hours) in)(?P<np>) {TO}"),
    ("visit.due", "visit", ("expected in", "due in", "awaited in", "due to arrive", "expected at", "due back in"),
     r"{X}(?:{TEAM})?{PAREN}(?P<aux> (?:is|was|are|were)(?: (?:also|then|now|next))?(?: on D\d+| D\d+)?) "
     r"(?:expected|due|awaited)(?: back)?(?P<np>) in {TO}(?! (?:before|by|until) (?:the )?(?:court|parliament))"),
    ("visit.weighed", "visit", ("consider", "mull", "weigh", "contemplat", "ponder", "explor"),
     r"{X}{PAREN}{AUX} (?:consider(?:s|ed|ing)|mull(?:s|ed|ing)|weigh(?:s|ed|ing)|contemplat(?:es|ed|ing)|"
     r"ponder(?:s|ed|ing)|explor(?:es|ed|ing))(?P<np>(?: (?:whether|to|a|an|the|his|her|possible|making|paying|state|"
     r"official|working|early|another|return|first|\w+-day))*) (?:visit(?:ing)?|trip|tour|travell?ing)"
     r"(?: (?:to|in|of))? {TO}"),
    ("visit.was", "visit", ("was in", "were in", "is in", "are in"),
     r"{X}(?:{TEAM})?{PAREN}(?P<aux>(?: (?:D\d+|this|last|week|today|also))*) (?:was|were|is|are) (?:back )?in(?P<np>) "
     r"{TO}(?= (?:D\d+ |on D\d+ |today |this week |"
     r"from D\d+ )*(?:to (?:discuss|attend|participate|take part|hold|lead|meet|press|promote|advance|consult|review|"
     r"continue|engage|"
     r"represent|co-chair|chair|sign|deliver|prepare|coordinate|meet|see|visit|speak|consult)|(?:, )?where "
     r"(?:he|she|they) "
     r"(?:will|is|are|plans?)\b|for (?:talks|meetings|consultations|a (?:\w+ "
     r"){0,2}visit|the)|on a (?:\w+ ){0,2}visit))"),
    ("visit.paid.and", "visit", ("visit",),
     r"(?:and|,|then)(?P<aux>(?: (?:will|then|also|to|later|afterwards|would))*) {PAY}(?P<np>(?: [^\s.;:]+){0,5}?) "
     r"visits?{ADV} (?:to|in) {TO}"),
    ("visit.to.and", "visit", ("visit",),
     r"(?:and|,|then)(?P<aux>(?: (?:will|then|also|to|later|afterwards|would))*) (?:visit|visited|visits)(?P<np>) "
     r"{TO}"),
    ("visit.of", "visit", ("visit", "trip", "tour", "travel"),
     r"(?P<np>(?:[^\s.;,]+ ){0,4})(?:visit|trip|tour|travel) (?:of|by) (?P<x>{LIST})(?: (?:to|in) {TO})?"),
    ("visit.noun", "visit", (" visit", " trip", " tour", " travel"),
     r"(?P<x>[PC]\d+) 's?(?P<np>(?: [^\s.;,]+){0,5}?) (?:visit|trip|tour|travel|travels){ADV}(?: (?:to|in|of)) {TO}"),
    ("visit.previewed", "visit", ("visit", "trip"),
     r"^(?P<aux>)(?:[^\s.;]+ ){1,12}?(?:preview(?:s|ing)?|announc(?:es|ing)|ahead of|on|regarding|about) (?:the )?"
     r"(?P<x>P\d+) 's(?P<np>(?: (?!P\d)[^\s.;,]+){0,3}?) (?:visit|trip)(?: to (?:the )?V\d+)?$"),
    ("visit.owned", "visit", (" visit", " trip"),
     r"(?:(?P<x>P\d+) 's|his|her|their|on|during|amid|ahead of|before|after|day of|leg of|"
     r"stage of)(?P<np>(?: (?!visit|trip)[^\s.;,]+){0,2}?) "
     r"(?P<c>[LC]\d+) (?:visit|trip)(?= |$)"),
    ("visit.to.by", "visit", (" by P", " by his P", " by her P", " by the P", " by visiting P", " by its P", " by a P"),
     r"(?P<np>(?:[^\s.;,]+ ){0,4})(?:visit|trip|tour|travel)(?: to {TO})(?: , ?)? by (?P<x>{LIST})"),
    ("visit.during", "visit", ("visit to", "trip to", "tour of", "visit of", "trip in", "tour in"),
     r"(?P<aux>(?:during|on the \S+ (?:day|leg|stage) of|on|concluding|ending|beginning|starting|completing|"
     r"winding up|wrapping up|at the (?:end|start|close|beginning) of|midway through|amid|after|ahead of|before|join "
     r"P\d+ on)) "
     r"(?:an?|his|her|their|the)"
     r"(?P<np>(?: [^\s.;:]+){0,4}?) (?:visit|trip|tour)(?: (?:to|of)|(?<= trip) in|(?<= tour) in) {TO}"),
    ("visit.here", "visit", ("visit here", "trip here"),
     r"(?P<aux>(?:during|on the \S+ (?:day|leg) of|on|concluding|ending|beginning|starting|winding up|wrapping up|"
     r"paying|"
     r"at the (?:end|start|close|beginning) of|after|for)) (?:a|an|his|her|their)(?P<np>(?: [^\s.;:]+){0,4}?) (?:visit|"
     r"trip) here"
     r"(?: (?:last|this) \w+| (?:on )?D\d+)?(?: by (?P<x>P\d+))?"),
    ("visit.go.here", "visit", ("arriv", "flew in", "came here", " here "),
     r"{X}{PAREN}{AUX} (?:arrived|arrives|arriving|flew in|flies in|came|landed)(?P<np>) here(?= (?:on|for|from|at|in|"
     r"with|to|late|"
     r"early|D\d+)|$| [,.])"),
    ("visit.lead", "visit", ("lead", "led ", "head"),
     r"{X}{PAREN}{AUX} (?:lead|leads|led|leading|head|heads|headed|heading)(?: (?:a|the))?(?P<np>(?: "
     r"[^\s.;:]+){0,3}?) "
     r"(?:C\d+|delegation|mission)(?: (?:from|of|including|composed of|comprising)(?: (?!to )[^\s.;]+){1,30}?)?(?: "
     r",)? to "
     r"{TO}"),
)
