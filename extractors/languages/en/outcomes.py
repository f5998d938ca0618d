"""Sentences that report a result, over units: (id, type, expression)."""

from __future__ import annotations

_PARTY = (r"(?:P\d+|G\d+|C\d+|O\d+|sides|parties|countries|leaders|governments|presidents|ministers|interlocutors|"
          r"they|he|she|nations|delegations?|participants|side|president|minister|government|speakers|heads|officials|"
          r"negotiators|diplomats|envoys|secretary|secretaries|premiers?|chancellor|both|two|pair|duo|states|it was)")
_ADVERBS = (r"(?: (?:also|both|all|firmly|mutually|jointly|further|fully|therefore|then|have|has|had|'ve|on D\d+|D\d+|"
            r"recently|once again|again))*")
_ASIDE = r"(?: , [^,]{1,120} ,)?"
_AGREEMENT = (r"(?:agreements?|treaty|treaties|memorandums?|memoranda|mous?|pacts?|accords?|deals?|protocols?|"
              r"documents?|contracts?|conventions?|charter|plan|package)")
_SIGN = (r"(?:signed|inked|initial?led|sealed|concluded|exchanged|clinched|struck|finali[sz]ed|reached|"
         r"put (?:their|his|her|its) (?:names?|signatures?) (?:to|under|on)|affixed (?:their|his|her) signatures? to)")
_SIGNING = r"(?:signing|initial?ling|exchange|conclusion|sealing)"
_COUNTED = r"(?:\d+|twenty|thirty|forty|dozen) (?:\S+ )?decisions"
_PAPER = (r"(?:declaration|statement|communique|communiqué|concept|strategy|programme of action|program of action|"
          r"roadmap|road map|joint agenda|resolution)")
_INTENT = r"(?:commitments?|readiness|intentions?|willingness|determination)"
_POSITION = (r"(?! to (?:visit|come|travel|pay|make (?:the|a|such a) (?:\S+ )?(?:visit|trip))\b|"
             r" to (?:(?:the|a|an|\w+ing|strong|free|stable|\w+al) ){0,2}(?:C\d+|A\d+|O\d+) (?!- )(?:'s |’ )?(?!to\b)|"
             r"(?: \S+){0,8} (?:sovereignty|independence|territorial integrity|principles?)\b)")
"""What follows when a commitment is a stand taken on somebody, not an undertaking to do something."""
_WHAT = (r"(?= (?:on D\d+ |in L\d+ |D\d+ )?(?:to|that|not|his|her|their|its|full|further|more|help|aid|support|"
         r"assistance|\d|\$|C\d+|O\d+|"
         r"P\d+|it|they|he|she|a|an|up|each|closer|continued|greater|increased|some|nearly|almost|about|over|another|"
         r"(?:\S+ ){1,2}(?:million|billion|mln|help|support|aid|assistance|cooperation))(?!\w))")
"""What is pledged; without it the verb stands in an aside."""
_STAND = r"(?! (?:\S+ ){0,3}(?:C\d+|A\d+|P\d+)(?: (?:'s|’s|’|'))? (?:\S+ )?commitments? to \w+ing\b)"
"""One side's stand: 'reiterated the country's commitment to supporting …'."""
_VIEW = (r"(?! (?:on|about) the (?:\S+ ){0,2}(?:importance|need|necessity|value)\b"
         r"(?! (?:of|for|to) "
         r"(?:(?:continu\w+|sustain\w*|further|their|our|the|bilateral|close|closer|joint|stronger|ongoing|"
         r"greater|more|enhanced|and|strategic|regular) ){0,4}"
         r"(?:continu\w+|(?:strengthen|deepen|boost|enhanc|expand|maintain|intensify|broaden|advanc|increas|improv|"
         r"develop|"
         r"accelerat|promot|reinforc|sustain)\w*|work\w* together|remain\w* (?:in|closely)|stay\w* in|cooperat\w+|"
         r"coordinat\w+|collaborat\w+|consult\w+|engagement|dialogue|partnership)\b)| that (?:\S+ ){0,14}(?:was|is|"
         r"were|are) "
         r"(?:\S+ )?(?:critical|important|essential|vital|crucial|necessary|key|needed|serious|grave|worrying|"
         r"unacceptable|"
         r"useful|good|strong|stable|historic|complicated|difficult|possible|unlikely|likely)\b| with\b)")
"""What is agreed is an opinion."""
_ACT = (r"(?:establish|create|set up|found|launch|open|order|instruct|inaugurate|admit|choose|form|appoint|"
        r"hold a|send|"
        r"resume|restore|re-?establish|reinstate|reopen|re-open|extend|lift|scrap|abolish|remove|introduce|"
        r"impose|suspend|"
        r"freeze|unfreeze|withdraw|exchange|entrust|task|allow|permit|build|grant|ban|provide|replenish|"
        r"allocate|double|"
        r"triple|postpone|cancel|upgrade|elevate|raise (?:\S+ ){1,4}to (?:the )?level|waive|reduce|cut|end|stop|halt|"
        r"release|start|begin|convene|designate|declare|nominate|transfer|hand over|pull back|pull out|close|"
        r"merge|join|"
        r"swap|repatriate|deploy|evacuate|normali[sz]e)")
_ACTS = (r"(?:launch|creation|establishment|foundation|opening|start|resumption|restoration|release|conclusion|"
         r"completion|"
         r"lifting|abolition|introduction|suspension|withdrawal|appointment|formation|deployment|extension|upgrade|"
         r"upgrading|elevation|closure|transfer|exchange of prisoners|ceasefire|truce)")
"""Acts that a decision orders; what goes on as before (continue, deepen, work together) is a commitment."""

_WILL = (r"(?:will|would|is to|are to|is due to|are due to|"
         r"(?:is|are|was|were) (?:expected|scheduled|set|slated|planned) to)")
_SESSION = r"(?:meetings?|summit|rounds?|session|sitting|talks|negotiations|consultations|dialogue|conference|E\d+)"
_ONCE_MORE = r"(?:next|follow-up|second|third|fourth|another|further|new|fresh|forthcoming|upcoming|coming|first)"
_WHEN = r"(?:D\d+|L\d+|C\d+|E\d+|(?:the )?(?:end of|coming|following|near future)|soon|again|shortly|later)"

RULES: tuple[tuple[str, str, str], ...] = (
    ("outcome.none", "no_agreement", r"\b(?:ended|failed|broke up|broke down|concluded|collapsed|finished|closed)"
                                     r"(?: \S+){0,4} "
                                     r"(?:without|to reach|to produce|to agree|to secure|to strike|no|inconclusively|"
                                     r"in (?:deadlock|stalemate|failure))\b(?:(?: \S+){0,3} (?:agreement|deal|"
                                     r"accord|result|"
                                     r"breakthrough|consensus|progress|conclusion|compromise)|(?<=ly)|(?<=deadlock)|"
                                     r"(?<=stalemate)|(?<=failure)|(?<=to agree))"),
    ("outcome.none.reached", "no_agreement",
     r"\bno (?:final |overall |formal )?(?:agreement|deal|accord|breakthrough|consensus|compromise)"
     r"(?: \S+){0,3} (?:was|were|had been|has been) (?:reached|struck|found|achieved|made)\b"),
    ("outcome.none.produced", "no_agreement",
     r"\b(?:produced|yielded|brought|reached|made|achieved) no (?:\S+ )?(?:agreement|deal|accord|breakthrough|"
     r"results?|"
     r"consensus|compromise|headway)\b"),
    ("outcome.none.stuck", "no_agreement",
     r"\b(?:talks|negotiations|discussions|sides|parties|meeting)(?: \S+){0,5} (?:(?:was|were|are|is|remain|remained) "
     r"(?:deadlocked|stalemated)|(?:reached|hit|ran into) (?:a |an )?(?:deadlock|impasse|stalemate))\b"),
    ("outcome.none.could", "no_agreement",
     rf"{_PARTY} (?:could|did) (?:not|n't) (?:agree|reach (?:\S+ )?(?:agreement|deal|accord|consensus)|bridge)\b"),
    ("outcome.declaration", "declaration_adopted",
     r"\b(?:adopted|signed|approved|endorsed|agreed on|agreed|put their (?:names|signatures) (?:to|under|on)|"
     r"passed|inked|concluded with|"
     rf"(?:witnessed|attended|oversaw) the {_SIGNING} of)(?:(?! (?:{_AGREEMENT}|that|to)\b) \S+){{0,7}} {_PAPER}\b"),
    ("outcome.declaration.issued", "declaration_adopted",
     rf"\b(?:(?:sides|parties|countries|leaders|presidents|ministers|they|participants|delegations|G\d+|O\d+|E\d+) "
     rf"(?:also |have |then |jointly )?(?:issued|released|published)(?:(?! (?:{_AGREEMENT}|that|"
     rf"to)\b) \S+){{0,7}} {_PAPER}|"
     rf"(?:issued|released|published) (?:\S+ ){{0,2}}?(?:joint|common|final|closing|trilateral|"
     rf"outcome)(?: \S+){{0,3}} "
     rf"{_PAPER})\b"),
    ("outcome.declaration.passive", "declaration_adopted",
     r"\b(?:declaration|statement|communique|communiqué|agenda|documents|resolution|roadmap|road map)(?: \S+){0,12}? "
     r"(?:was|were|has been|have been) (?:also |then |unanimously )?(?:adopted|issued|approved|released|"
     r"endorsed|published|"
     r"passed)"),
    ("outcome.declaration.joint", "declaration_adopted",
     r"\b(?:in (?:a|the|their|its) (?:\S+ )?(?:joint|common|final|closing) (?:\S+ )?(?:statement|declaration|"
     r"communique|"
     r"communiqué)|(?:resulted in|led to|ended with|concluded with|produced|culminated in)(?: \S+){0,4} "
     r"(?:declaration|communique|communiqué|joint statement))\b"),
    ("outcome.agreed.act", "decision",
     rf"\b(?:agreements?|understanding|accord|deal|consensus) (?:was|were|had been|has been|have been) (?:also )?"
     rf"(?:reached|found|achieved)(?: \S+){{0,3}} (?:to|on) (?:{_ACT}|the {_ACTS})\b|"
     rf"\b(?:reached|struck) (?:an? )?(?:\S+ )?(?:agreement|understanding|deal|consensus) (?:to {_ACT}|"
     rf"on the {_ACTS})\b"),
    ("outcome.agreed.course", "commitment",
     r"\b(?:agreements?|understanding|consensus) (?:was|were|had been|has been|have been) (?:also )?"
     r"(?:reached|found|achieved)(?: \S+){0,3} (?:to \S+|on (?:further|continued|continuing|joint|deepening|"
     r"maintaining))\b|"
     r"\b(?:reached|struck) (?:an? )?(?:\S+ )?(?:agreement|understanding|consensus) to \S+"),
    ("outcome.signed", "agreement_signed",
     rf"(?<!be )(?<!to )\b{_SIGN}"
     rf"(?:(?! (?:{_PAPER}|ratification|not|no)\b) \S+){{0,9}} (?:{_AGREEMENT}|{_COUNTED})\b"),
    ("outcome.signed.passive", "agreement_signed",
     rf"\b{_AGREEMENT}(?: \S+){{0,12}}? (?:was|were|had been|have been|has been) (?:also |then |"
     rf"later )?(?:signed|inked|"
     r"exchanged|initial?led|concluded|reached|sealed|struck)"),
    ("outcome.signed.apposition", "agreement_signed",
     rf"\b{_AGREEMENT}(?: ,)? (?:signed|inked|concluded|initial?led|struck|exchanged) (?:by|on D\d+|"
     rf"in L\d+ (?:on )?D\d+|between|after|"
     r"following|with|D\d+|today|here)\b"),
    ("outcome.signing", "agreement_signed",
     rf"\b(?:witnessed|attended|oversaw|presided over|ceremony of|culminated in|resulted in|ended with|"
     rf"concluded with|saw|"
     rf"included|observed|followed by)(?: \S+){{0,3}} {_SIGNING}\b"),
    ("outcome.invitation", "invitation",
     r"(?<!been )(?<!was )(?<!were )\b(?:(?:invited|invites|inviting|(?:would|will) invite)"
     r"(?! (?:\S+ ){0,4}(?:business\w*|compan\w+|firms?|investors?|entrepreneurs|partners|tourists|enterprises|"
     r"experts|journalists|capital) to )|"
     r"(?:was|were|has been|have been) (?:also )?invited (?:to (?:visit|pay|make|come|attend|take part|L\d+|C\d+)|"
     r"for (?:a|an) (?:\S+ )?visit)|"
     r"(?:extended|confirmed|reiterated|renewed|conveyed|handed|passed|sent|delivered)(?: \S+){0,3} invitation|"
     r"accepted(?: \S+){0,4} invitation|invitation(?: \S+){0,6}? (?:was|has been|had been) (?:\S+ )?(?:accepted|"
     r"extended|"
     r"conveyed|handed|sent|delivered)|(?<!for the )(?<!for his )(?<!for her )(?<!for their )"
     r"invitation to (?:visit|make|pay|come|attend|take part)|"
     r"(?:wish|hope|desire|readiness|looks? forward|looked forward) to (?:see|seeing|welcome|welcoming|receive|"
     r"receiving|host|"
     r"hosting) (?:P\d+|him|her) (?:on a visit )?(?:in|to) (?:C\d+|L\d+))(?!\w)"),
    ("outcome.next", "next_meeting",
     rf"\b(?<!the first )(?:next|follow-up) (?:\S+ ){{0,3}}?(?:{_SESSION}|visit)"
     rf"(?: \S+){{0,6}} (?:{_WILL}|will|be held|take place|in|on|for|to be|scheduled|set|"
     rf"planned)\b(?! (?:be )?settled)"),
    ("outcome.next.hosted", "next_meeting",
     rf"\b{_WILL} (?:also )?(?:host|chair|hold|convene|organi[sz]e|receive) (?:the |its |their |a )?(?:next|following|"
     rf"follow-up) (?:\S+ ){{0,3}}?{_SESSION}\b|{_WILL} (?:meet|assemble|gather|convene|see each other) next\b|"
     rf"\bnew dates? {_WILL} be (?:set|announced|agreed|found|fixed|named)\b"),
    ("outcome.next.coming", "next_meeting",
     rf"\b(?:upcoming|coming|forthcoming) (?:\S+ ){{0,3}}?{_SESSION}(?: \S+){{0,6}} (?:will|be held|take place|"
     rf"scheduled|"
     r"set for)\b(?! settled)"),
    ("outcome.next.another", "next_meeting",
     rf"\b(?:{_ONCE_MORE}|several) (?:\S+ ){{0,2}}?{_SESSION}(?: \S+){{0,8}} (?:{_WILL} (?:also )?(?:be (?:held|"
     rf"convened|hosted)|take "
     rf"place|meet|begin|start|open)|(?:is|are|was|were|has been|have been) (?:\S+ )?(?:scheduled|planned|set|"
     rf"slated|due|"
     rf"fixed))\b"),
    ("outcome.next.will", "next_meeting",
     rf"(?:{_PARTY}|group|commission|committee|teams|negotiators|experts|officials|delegations|E\d+) (?:\S+ )?{_WILL} "
     rf"(?:also |then |next )?(?:(?:meet|reconvene|convene|gather|return|come together|get together|"
     rf"sit down)(?: \S+){{0,3}} (?:again|{_WHEN})|"
     rf"hold (?:\S+ ){{0,3}}?"
     rf"{_ONCE_MORE} (?:\S+ ){{0,2}}?{_SESSION}|(?:discuss|address|revisit|take up)(?: \S+){{0,4}} again)\b"),
    ("outcome.next.agreed", "next_meeting",
     rf"{_PARTY}{_ADVERBS} (?:agreed|plan|planned|arranged|pledged|intend|hope|expect|decided) (?:to )?(?:meet|"
     rf"hold|resume|"
     rf"reconvene|convene|organi[sz]e)"
     r"(?: \S+){0,8} (?:meetings?|talks|summit|rounds?|again|dialogue|negotiations|consultations|D\d+|L\d+|E\d+)"),
    ("outcome.next.several", "next_meeting",
     rf"{_PARTY}{_ADVERBS} (?:plan|planned|will (?:hold|organi[sz]e)|agreed on) (?:\S+ ){{0,2}}?(?:several|more|"
     rf"new|regular|"
     rf"further) (?:\S+ )?(?:meetings|rounds|talks|consultations)"),
    ("outcome.next.looked", "next_meeting",
     rf"\b(?:look|looks|looked|looking) forward to (?:\S+ ){{0,8}}?{_SESSION}(?: \S+){{0,10}} (?:in|on|at|later|"
     rf"D\d+)\b"),
    ("outcome.next.part", "next_meeting",
     r"\bconfirmed (?:his|her|their) (?:participation|attendance) (?:in|at) (?:the )?(?:upcoming|coming|next|"
     r"forthcoming)\b|"
     r"\b(?:discussed|began|started|agreed on) (?:planning|preparations|the dates?|a date) (?:for|of) (?:the|their) "
     r"(?:next|upcoming|coming|forthcoming)\b"),
    ("outcome.next.continued", "next_meeting",
     r"\bagreed to (?:continue|resume)(?: \S+){0,4} (?:(?:at|during) the (?:coming|upcoming|next)|"
     r"in L\d+ (?:in |on )?D\d+|"
     r"on D\d+)\b"),
    ("outcome.next.signed", "next_meeting", r"\bwill be signed(?: \S+){0,3} in L\d+ on D\d+"),
    ("outcome.next.moved", "next_meeting",
     r"\b(?:will|would|to) be (?:rescheduled|moved|put off|postponed)(?: \S+){0,2} (?:for|to|until|till)\b"),
    ("outcome.next.begin", "next_meeting",
     r"\b(?:dialogue|talks|consultations|negotiations)(?: \S+){0,4} (?:(?:is|are) to|will|would|(?:is|"
     r"are) (?:due|set|expected|"
     r"scheduled) to) (?:begin|start|resume|continue)\b"),
    ("outcome.decided", "decision",
     rf"\b(?:(?:{_PARTY}|E\d+|q){_ASIDE}{_ADVERBS} (?:decided|approved(?! by| in principle)|"
     r"ordered (?:the|a|an|his|her|their|its|that|to|all)\b)|(?<!be )decided to|"
     r"admitted (?:C\d+|O\d+) (?:to|into|as)|instructed|"
     rf"(?:announced|declared|hailed|agreed on|agreed upon|decided on|approved) (?:the|a) (?:\S+ )?{_ACTS}|"
     r"(?:has|have|had) (?:chosen|opted|resolved|elected) (?:not )?to|chose (?:not )?to|"
     r"gave (?:(?:their|its|his|her|final|formal|the|a|political) ){1,2}(?:support|backing|approval|blessing|"
     r"green light|go-ahead|"
     r"consent) (?:in principle )?(?:to|for)|"
     rf"agreed(?: (?!not\b)\S+| on D\d+)? to {_ACT}|it was agreed to {_ACT})\b"),
    ("outcome.decided.launched", "decision",
     r"\b(?:sides|parties|countries|leaders|presidents|ministers|they|G\d+|P\d+|C\d+|and C\d+|"
     r"governments) (?:also |have |had |"
     r"jointly |formally |officially )?(?:launched|elevated|upgraded|established|set up|created|inaugurated|"
     r"restored|re-established)(?: \S+){0,6} (?:dialogue|mechanism|partnership|relations|commission|committee|"
     r"council|group|"
     r"platform|initiative|programme|program|fund|project|flights|cooperation|consulate|embassy|level|forum|"
     r"centre|center|"
     r"corridor|route|consultations|x)\b|(?<!than the )(?<!of )\b(?:launched|launching) (?:the|a) new\b"),
    ("outcome.decided.backed", "decision",
     rf"\b{_PARTY}{_ADVERBS} (?:backed|endorsed|approved) (?:the|a|an) (?:\S+ "
     rf"){{0,3}}?(?:plan|measures|proposals?|programme|"
     rf"program|strategy|budget)\b|\b(?:was|were) (?:granted|given|accorded) (?:\S+ ){{0,2}}?(?:status|membership)\b|"
     rf"(?: ,)? and (?:decided|resolved) (?:that|to)\b"),
    ("outcome.decided.passive", "decision",
     r"\b(?:will|would|is to|are to) be (?:resumed|opened|reopened|launched|established|set up|restored|"
     r"introduced|lifted|created|abolished|extended|suspended|upgraded|elevated|closed)\b|"
     r"\b(?:relations|ties|mechanism|dialogue|commission|council|group|flights|fund)(?: \S+){0,5} (?:was|were|"
     r"have been|has been) "
     r"(?:also |formally |officially )?(?:launched|restored|elevated|upgraded|established|set up|resumed|"
     r"re-established)\b"),
    ("outcome.decided.opens", "decision",
     r"\b(?:C\d+|government|side|country|P\d+|they|sides) (?:will|would) (?:soon |also )?(?:open|reopen|lift|"
     r"abolish|close|set up|"
     r"establish|withdraw|restore|resume|introduce|scrap|waive) (?:\S+ ){0,4}?(?:embassy|embassies|consulate|"
     r"mission|visas?|tariffs?|"
     r"duties|duty|sanctions|troops|border|borders|flights|relations|office|ban|embargo|restrictions|regime|"
     r"commission|"
     r"committee|council|group|fund)\b"),
    ("outcome.commitment", "commitment",
     rf"\b{_PARTY}{_ASIDE}{_ADVERBS} (?:agreed{_VIEW}|committed|(?:pledged|vowed|promised){_WHAT}|undertook|"
     rf"resolved|commit to|pledge to|agree to|"
     rf"undertake to)\b|\bheads of (?:the )?(?:two |both )?\w+ (?:\S+ )?agreed{_VIEW}\b| and (?:pledged|vowed) "
     rf"to\b|, and "
     rf"(?:promised|pledged|vowed|"
     r"agreed) (?:that|to)\b|\bjointly pledged\b|\bpledged to continue\b"),
    ("outcome.intent", "commitment",
     rf"\b(?:(?:re)?affirmed|(?:re)?affirm|reiterated|reiterate|confirmed|confirm|expressed|express|renewed|voiced|"
     rf"demonstrated|reaffirming){_STAND}(?: \S+){{0,4}}? {_INTENT}{_POSITION}|"
     rf"\b(?:underlined|underscored|stressed|emphasi[sz]ed|stated|declared|"
     rf"noted){_STAND} (?:\S+ ){{0,3}}?(?:their|its|his|her|mutual|common|"
     rf"joint|shared|'s|’s|’|readiness) (?:\S+ )?{_INTENT}{_POSITION}"),
    ("outcome.intent.shared", "commitment",
     r"\b(?:(?:re)?affirm(?:ed)?|reiterated?|confirm(?:ed)?|renew(?:ed)?|underscored?|emphasi[sz]ed?|express(?:ed)?|"
     r"stress(?:ed)?|underlined?) "
     r"their (?:\S+ ){0,4}?(?:commitment|determination|resolve|intention)s? to (?:\w+ing|continue|further|work|deepen|"
     r"strengthen|expand|support|help|enhance|advance|pursue)\b(?!(?: \S+){0,8} (?:sovereignty|independence|"
     r"territorial integrity|principles?)\b)"),
    ("outcome.aid", "commitment",
     r"\b(?:C\d+|O\d+|P\d+|side|government|secretary) (?:will|intends? to|plans? to|is to|would|is going to) (?:also )?"
     r"(?:provide|allocate|send|donate|grant|contribute|supply|deliver|extend) (?:\S+ ){0,8}?(?:aid|assistance|tranche|"
     r"funding|grants?|loans?|relief)\b"),
    ("outcome.offered", "commitment",
     r"\boffered (?!(?:\S+ ){0,3}condolences)(?:\S+ ){0,4}?(?:assistance|help|aid|mediation|to (?:help|assist|"
     r"support|mediate|provide|host|facilitate|send|supply|share|train|finance))\b"),
    ("outcome.touch", "commitment",
     r"\b(?:would|will|to) (?:continue to |also )?(?:stay|remain|keep) in (?:\S+ "
     r"){0,2}(?:touch|contact|communication)\b|"
     r"\b(?:would|will) continue (?:to (?:consult|coordinate|cooperate|work) (?:\S+ )?(?:closely|together)|"
     r"(?:their|our|close) (?:\S+ )?(?:consultations|coordination|cooperation|dialogue))\b"),
    ("outcome.intent.passive", "commitment",
     rf"\b{_INTENT}(?: \S+){{0,12}}? (?:was|were) (?:(?!not\b)\S+ ){{0,3}}?(?:expressed|underscored|underlined|"
     rf"stressed|confirmed|"
     r"reaffirmed|reiterated|noted|emphasi[sz]ed|voiced|affirmed|stated)\b"),
    ("outcome.determined", "commitment",
     rf"\b{_PARTY} (?:(?:is|are|was|were|remain|remains|remained|stand|stands) (?:\S+ )?(?:determined|resolved) to|"
     rf"(?:remain|remains|remained|is|are|was|were) (?:\S+ )?committed to)\b(?! (?:the )?(?:C\d+|A\d+))"),
    ("outcome.would", "commitment",
     r"\b(?:announced|promised|assured|pledged|vowed|confirmed|reaffirmed|affirmed)(?: \S+){0,4} (?:C\d+|P\d+|he|"
     r"she|it|they|"
     r"both|sides|countries|government|side) (?:would|will) "
     r"(?:\S+ )?(?:provide|supply|send|allocate|give|deliver|support|help|finance|fund|continue|protect|assist|invest|"
     r"buy|work|do|stand|respect|honou?r|remain|ensure)\b"),
    ("outcome.ready", "commitment",
     r"\b(?:C\d+|side|sides|parties|countries) (?:was|were|is|are|stand|stands|stood) (?:ready|prepared|"
     r"willing) to (?:help|provide|"
     r"assist|support|continue|send|host|supply|share|expand|deepen|work|develop|strengthen|cooperate|contribute)\b"),
    ("outcome.shared", "commitment",
     rf"\b(?:shared|mutual|joint|common) (?:commitment|determination|intention)\b{_POSITION}"),
)
NEGATED = r"\b(?:no|not|n't|without|never|failed to)(?: \S+){0,3} (?:signed|agreement|adopted|agreed|documents)"
NOT_YET = (
    r"\b(?:will|would|to be|expected|due|plans?|may|could|might|should)(?: \S+){0,3} (?:sign|signed|adopt|agree|"
    r"issue)\b"
)
COUNT = (
    r"\b(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty)"
    r"(?: \S+){0,3} (?:documents|agreements|memorandums|memoranda|accords|deals|pacts|contracts|decisions)\b"
)
PAST = (
    r"\b(?:last (?:year|month|week)|earlier|previously|had)(?: \S+){0,3} (?:signed|reached|adopted|clinched)\b|\b(?:"
    r"signed|agreed|reached|adopted|clinched)(?: \S+){0,8} (?:in (?:19|20)\d\d|years ago|last year|last month)\b"
)
"""A result of some time before."""
RESTATED = r"(?:^|\. )(?:the|this|these) (?:\S+ ){0,3}$"
"""What stands before a document that was told of already."""
DATED = r"\b(?:a|an|the|its|their|his|her) (?P<year>(?:19|20)\d\d)\b"
"""The year of a document: 'signed the 1994 memorandum'."""
REMEMBERED = r"\b(?:after|when|since|before)(?: \S+){0,3} $"
"""What stands before an invitation of some time ago."""
JOINT = r"\bjoint (?:statement|declaration|communique|communiqué)\b"
"""What the title of an article says that is itself the paper which the parties adopted."""
MUTUAL = (r"\b(?:both|sides|parties|countries|leaders|governments|presidents|ministers|interlocutors|they|"
          r"nations|two|their|"
          r"mutual|shared|joint|jointly|it was|G\d+|(?:P\d+|C\d+) and (?:\S+ )?(?:P\d+|C\d+))(?!\w)")
"""Words by which a result is one of both sides."""
SAID: tuple[tuple[str, str, str], ...] = (
    ("outcome.said.signed", "agreement_signed",
     r"\bwe (?:\w+ ){0,3}?(?:signed|concluded|initialled) (?:\S+ ){0,8}?(?:agreements?|memorand\w+|treaty|"
     r"documents|protocols?|"
     r"contracts?|deals?)\b"),
    ("outcome.said.decided", "decision",
     rf"\bwe (?:have |also |both |just |today |jointly ){{0,3}}(?:decided|resolved|agreed to {_ACT})\b"),
    ("outcome.said.agreed", "commitment",
     r"\bwe (?:have |also |both |just |today |jointly ){0,3}(?:agreed (?:to (?!disagree)|that we|on (?:the|"
     r"a) (?:next|further))|"
     r"committed (?:ourselves )?to|pledged to)\b"),
)
"""What a party says itself of the results, in lower case."""
ELSEWHEN = (r"\b(?:last (?:year|month|week|time)|years? ago|months? ago|in (?:19|20)\d\d|previously|earlier|"
            r"back in|at the (?:last|"
            r"previous)|the day before)\b")
"""What a speaker recalls rather than reports."""
_SIGNED = ("sign", "ink", "initial", "seal", "conclu", "exchang", "clinch", "struck", "finali", "reach")
NEEDS: dict[str, tuple[str, ...]] = {
    "outcome.none": ("ended", "failed", "broke", "conclu", "collapsed", "finished", "closed"),
    "outcome.none.reached": ("no ",),
    "outcome.none.produced": (" no ",),
    "outcome.none.stuck": ("deadlock", "stalemate", "impasse"),
    "outcome.none.could": ("not ", "n't"),
    "outcome.declaration": ("adopt", "sign", "approv", "endors", "agreed", "put their", "passed", "inked", "conclu",
                            "witness", "attend", "oversaw"),
    "outcome.declaration.issued": ("issued", "released", "published"),
    "outcome.declaration.passive": ("adopted", "issued", "approved", "released", "endorsed", "published", "passed"),
    "outcome.declaration.joint": ("declaration", "statement", "communiqu"),
    "outcome.agreed.act": ("agreement", "understanding", "accord", "deal", "consensus"),
    "outcome.agreed.course": ("agreement", "understanding", "consensus"),
    "outcome.signed": (*_SIGNED, "put ", "affixed"),
    "outcome.signed.passive": _SIGNED,
    "outcome.signed.apposition": _SIGNED,
    "outcome.signing": ("signing", "exchange", "initial", "conclusion", "sealing"),
    "outcome.invitation": ("invit", "wish", "hope", "desire", "readiness", "forward"),
    "outcome.next": ("next ", "follow-up"),
    "outcome.next.coming": ("coming ",),
    "outcome.next.several": ("meetings", "rounds", "talks", "consultations"),
    "outcome.next.looked": ("forward to",),
    "outcome.next.part": ("confirmed", "discussed", "began", "started", "agreed on"),
    "outcome.next.continued": ("agreed to",),
    "outcome.next.signed": ("be signed",),
    "outcome.next.moved": (" be ",),
    "outcome.decided.launched": ("launch", "elevated", "upgraded", "established", "set up", "created", "inaugurated",
                                 "restored"),
    "outcome.decided.opens": ("will ", "would "),
    "outcome.commitment": ("agree", "commit", "pledge", "vowed", "promised", "undert", "resolved"),
    "outcome.intent": ("commitment", "readiness", "intention", "willingness", "determination"),
    "outcome.intent.shared": ("their ",),
    "outcome.offered": ("offered ",),
    "outcome.touch": (" in ", "continue "),
    "outcome.intent.passive": ("commitment", "readiness", "intention", "willingness", "determination"),
    "outcome.determined": ("determined", "resolved", "committed"),
    "outcome.would": ("announced", "promised", "assured", "pledged", "vowed", "affirmed", "confirmed"),
    "outcome.ready": ("ready", "prepared", "willing"),
    "outcome.shared": ("commitment", "determination", "intention"),
}
"""One of which a sentence must hold before a rule is tried on it: for speed alone."""
