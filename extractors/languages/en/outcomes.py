"""Sentences that report a result, over units: (id, type, expression)."""

from __future__ import annotations

_PARTY = (r"(?:P\d+|G\d+|C\d+|O\d+|sides|parties|countries|leaders|governments|presidents|ministers|interlocutors|"
          r"they|he|she|nations|delegations?|participants|side|president|minister|government|it was)")
_ADVERBS = (r"(?: (?:also|both|all|firmly|mutually|jointly|further|fully|therefore|then|have|has|had|'ve|on D\d+|D\d+|"
            r"recently|once again|again))*")
_AGREEMENT = (r"(?:agreements?|treaty|treaties|memorandums?|memoranda|mous?|pacts?|accords?|deals?|protocols?|"
              r"documents?|contracts?|conventions?|charter|plan|package)")
_COUNTED = r"(?:\d+|twenty|thirty|forty|dozen) (?:\S+ )?decisions"
_PAPER = (r"(?:declaration|statement|communique|communiqué|concept|strategy|programme of action|program of action|"
          r"roadmap|road map|joint agenda|resolution)")
_INTENT = r"(?:commitments?|readiness|intentions?|willingness|determination)"
_POSITION = (r"(?! to (?:visit|come|travel|pay|make (?:the|a|such a) (?:\S+ )?(?:visit|trip))\b|"
             r" to (?:the )?(?:\S+ )?(?:C\d+|A\d+|O\d+) (?:'s |’ )?(?!to\b)|(?: \S+){0,8} (?:sovereignty|independence|"
             r"territorial integrity|principles?)\b)")
"""What follows when a commitment is a stand taken on somebody, not an undertaking to do something."""
_VIEW = (r"(?! (?:on|about) the (?:\S+ ){0,2}(?:importance|need|necessity|value)\b| that (?:\S+ ){0,14}(?:was|is|"
         r"were|are) "
         r"(?:\S+ )?(?:critical|important|essential|vital|crucial|necessary|key|needed)\b)")
"""What is agreed is an opinion."""
_ACT = (r"(?:establish|create|set up|launch|open|order|instruct|inaugurate|admit|choose|form|appoint|hold a|send|"
        r"resume|"
        r"restore|reopen|extend|lift|abolish|introduce|suspend|withdraw|exchange|entrust|task|allow|build|"
        r"upgrade|elevate|raise (?:\S+ ){1,4}to (?:the )?level|waive|reduce|cut|end|stop|release|start|begin|convene|"
        r"designate|declare|nominate|transfer|hand over|pull back|pull out)")
"""Acts that a decision orders; what goes on as before (continue, deepen, work together) is a commitment."""

RULES: tuple[tuple[str, str, str], ...] = (
    ("outcome.none", "no_agreement", r"\b(?:ended|failed|broke up|broke down|concluded|collapsed)(?: \S+){0,4} "
                                     r"(?:without|to reach|no)(?: \S+){0,3} (?:agreement|deal|accord|result|"
                                     r"breakthrough)"),
    ("outcome.declaration", "declaration_adopted",
     r"\b(?:adopted|signed|issued|approved|endorsed|released|published|agreed on|agreed|put their names to|passed|"
     rf"(?:witnessed|attended) the signing of)(?:(?! {_AGREEMENT}\b) \S+){{0,7}} {_PAPER}\b"),
    ("outcome.declaration.passive", "declaration_adopted",
     r"\b(?:declaration|statement|communique|communiqué|agenda|documents|resolution)(?: \S+){0,12}? (?:was|were) "
     r"(?:also "
     r")?(?:adopted|issued|approved|released)"),
    ("outcome.signed", "agreement_signed",
     r"\b(?:signed|inked|initialed|sealed|concluded|put their names to|exchanged|clinched)"
     rf"(?:(?! (?:{_PAPER}|ratification)\b) \S+){{0,9}} (?:{_AGREEMENT}|{_COUNTED})\b"),
    ("outcome.signed.passive", "agreement_signed",
     rf"\b{_AGREEMENT}(?: \S+){{0,12}}? (?:was|were|had been|have been|has been) (?:also )?(?:signed|inked|exchanged|"
     r"concluded|reached)"),
    ("outcome.signing", "agreement_signed",
     r"\b(?:witnessed|attended|oversaw|ceremony of)(?: \S+){0,3} (?:signing|exchange)\b"),
    ("outcome.invitation", "invitation",
     r"(?<!been )(?<!was )(?<!were )\b(?:invited|invites|inviting|(?:would|will) invite|"
     r"(?:was|were) invited to (?:visit|pay|make|come)|"
     r"(?:extended|confirmed|reiterated|renewed|conveyed|handed)(?: \S+){0,3} invitation|"
     r"accepted(?: \S+){0,4} invitation|(?<!for the )(?<!for his )(?<!for her )(?<!for their )"
     r"invitation to (?:visit|make|pay|come|attend|take part))\b"),
    ("outcome.next", "next_meeting",
     r"\b(?:(?:next|follow-up) (?:\S+ ){0,3}?(?:meeting|summit|round|session|talks|E\d+|visit)"
     r"(?: \S+){0,6} (?:will|be held|take place|in|on|to be|scheduled)|"
     r"(?:upcoming|coming) (?:\S+ ){0,3}?(?:meeting|summit|round|session|talks|E\d+)"
     r"(?: \S+){0,6} (?:will|be held|take place|scheduled))\b(?! settled)"),
    ("outcome.next.agreed", "next_meeting",
     rf"{_PARTY}{_ADVERBS} (?:agreed|plan|planned|arranged|pledged) (?:to )?(?:meet|hold|resume|reconvene)"
     r"(?: \S+){0,8} (?:meeting|talks|summit|round|again|dialogue|negotiations|consultations|D\d+|L\d+|E\d+)"),
    ("outcome.next.continued", "next_meeting",
     r"\bagreed to (?:continue|resume)(?: \S+){0,4} (?:at|during) the (?:coming|upcoming|next)\b"),
    ("outcome.next.signed", "next_meeting", r"\bwill be signed(?: \S+){0,3} in L\d+ on D\d+"),
    ("outcome.next.moved", "next_meeting",
     r"\b(?:will|would|to) be (?:rescheduled|moved|put off|postponed)(?: \S+){0,2} (?:for|to|until|till)\b"),
    ("outcome.next.begin", "next_meeting",
     r"\b(?:dialogue|talks|consultations|negotiations)(?: \S+){0,4} (?:is|are) to (?:begin|start|resume|continue)\b"),
    ("outcome.decided", "decision",
     rf"\b(?:(?:{_PARTY}|E\d+|q){_ADVERBS} (?:decided|approved(?! by| in principle)|ordered)|(?<!be )decided to|"
     r"admitted (?:C\d+|O\d+) (?:to|into|as)|instructed|"
     r"announced the (?:launch|creation|establishment|opening|start|resumption|release|conclusion|completion)|"
     rf"agreed(?: \S+)? to {_ACT})\b"),
    ("outcome.decided.passive", "decision",
     r"\b(?:will|would|is to|are to) be (?:resumed|opened|reopened|launched|established|set up|restored|"
     r"introduced|lifted|"
     r"abolished)\b"),
    ("outcome.commitment", "commitment",
     rf"\b{_PARTY}{_ADVERBS} (?:agreed{_VIEW}|committed|pledged|vowed|promised|undertook|resolved)\b|, and "
     rf"(?:promised|pledged|vowed|"
     r"agreed) (?:that|to)\b"),
    ("outcome.intent", "commitment",
     rf"\b(?:(?:re)?affirmed|reiterated|confirmed|expressed|renewed)(?: \S+){{0,4}} {_INTENT}{_POSITION}"),
    ("outcome.intent.passive", "commitment",
     rf"\b{_INTENT}(?: \S+){{0,3}} (?:was|were) (?:also )?(?:expressed|underscored|underlined|stressed|confirmed|"
     r"reaffirmed|reiterated)\b"),
    ("outcome.would", "commitment",
     r"\b(?:announced|promised|assured)(?: \S+){0,3} (?:C\d+|P\d+|he|she|it) (?:would|will) (?:provide|supply|send|"
     r"allocate|give|deliver|support|help|finance|fund)\b"),
    ("outcome.ready", "commitment",
     r"\b(?:C\d+|side) (?:was|were|is|are) (?:ready|prepared|willing) to (?:help|provide|assist|support|continue|send|"
     r"host|supply|share)\b"),
    ("outcome.shared", "commitment", rf"\b(?:shared|mutual|joint|common) commitment\b{_POSITION}"),
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
