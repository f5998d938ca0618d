"""Words by which English sentences tell what talks were about, and what not."""

from __future__ import annotations

CUES = (
    r"\b(?:according|add(?:ed|ing)|adopted|address\w*|agenda|agree|agreed?|aim\w*|areas?|ask\w*|asked|attention|"
    r"briefed|call\w*|"
    r"commend\w*|commit\w*|concern\w*|condemn\w*|confirm\w*|consider\w*|consult\w*|convey\w*|cooperat\w*|cover\w*|"
    r"covered|deal\w*|deepen\w*|described|development|discuss\w*|dwell\w*|dwelt|efforts|emphasi\w*|encourag\w*|"
    r"exchang\w*|expand\w*|explor\w*|express\w*|fields?|focus\w*|hail\w*|highlight\w*|importance|includ\w*|"
    r"including|inform\w*|interest\w*|issues?|look\w* forward|note[ds]?|offered|on the table|opinions?|outlined|"
    r"pledg\w*|prais\w*|press|pressed|progress|proposed|prospects|rais\w*|reaffirm\w*|recall\w*|reiterat\w*|"
    r"promis\w*|vow\w*|relations|ties|the (?:parties|sides|leaders|ministers)|resolv\w*|review\w*|sectors?|seek|"
    r"shared|sharing|signed|sought|speak|spheres?|spoke|strengthen\w*|"
    r"stress\w*|subject|support\w*|talk\w*|thank\w*|topics?|touch\w*|underlin\w*|underscor\w*|urg\w*|views?|"
    r"ways|welcom\w*|went over|work\w*)\b"
)
"""What a sentence says that tells of what was discussed, agreed or stressed."""
SAID = r"\b(?:said|says|saying|told|tells|remarked|wrote)\b"
"""What tells of the talks only where a party says it."""
AGENDA = (
    r"\b(?:discuss\w*|talk(?:s|ed)? (?:on|about|over)|exchang\w+ (?:of )?(?:views|opinions)|touch\w* (?:up)?on|"
    r"focus\w*|agenda|cover\w*|topics?|review\w*|spoke (?:about|of)|speak about|consult\w*|rais(?:e|ed|ing)|"
    r"address\w*|went over|subjects?|dwel\w*|in focus|main theme|on the table|paid to|set out|compared notes|"
    r"(?:peace|trade|tariff|nuclear|climate|border|energy|security|arms|farm|migration|food|water|disarmament|"
    r"accession|defen[cs]e) (?:talks|negotiations|summit|conference|dialogue|forum|consultations)|"
    r"(?:talks|discussions|conversations?|negotiations|consultations|meetings?) (?:\w+ )?(?:on|about|over|regarding|"
    r"concerning|devoted to|dedicated to))\b"
)
"""What a sentence says that names the subjects of talks, held or to come."""
AIMS = (
    r"\b(?:will|to|would|may|could|plans? to|wants? to|hopes? to)(?: \w+ly| also| further)? (?:underscore|"
    r"emphasi[sz]e|highlight|reaffirm|reinforce|stress|"
    r"advance|promote|"
    r"underline|seek|explore|strengthen|address|deepen|support|urge|encourage|reiterate|demonstrate|press|raise|"
    r"coordinate|"
    r"consult|exchange|focus|expand|engage|convey|boost|enhance|broaden|cement|resolve|secure|win|tackle|counter|"
    r"negotiate|press|call (?:for|on)|ask for|talk about|speak about|mend|repair|implement|build)\b"
)
"""What a sentence says of the aims of a trip or talks to come."""
DOCUMENTS = (
    r"\b(?:documents?|memorand\w+|mous?|agreements|accords|protocols|deals|pacts|package) (?:[^.;]{0,60} )?"
    r"(?:signed|exchanged|inked|concluded|initialled|finali[sz]ed)\b|"
    r"\b(?:sign(?:ed|ing)|inked|exchanged|witnessed the signing)(?: of)? (?:[^.;]{0,40} )?"
    r"(?:documents|memorand\w+|mous|agreements|accords|protocols|deals|pacts)\b|"
    r"\b(?:documents|memorand\w+|mous|agreements|deals) (?:on|in|covering|concerning|regarding|between)\b"
)
"""What a sentence says that lists the documents signed."""
MASSING = r"\b(?:build-?up|massing|massed|amass\w*|troops|forces|invasion|invad\w+|escalat\w+)\b"
"""What makes a border the place of an army rather than a subject."""
DENIED = (
    r"\b(?:not|n't|n’t|never|nor|without|refus\w+ to|declin\w+ to)(?: \S+)? "
    r"(?:discuss\w*|talk\w*|rais\w*|touch\w*|mention\w*|comment\w*)\b"
)
"""What a sentence says was not a subject."""
BACKGROUND = (
    r"\b(?:in (?:19|20)\d\d|last (?:year|month)|years ago|previously|founded|analysts|experts|"
    r"protest\w*|critics|election campaign|opposition|police|court|shares|stocks|investors said|barrels? a day)\b|"
    + DENIED
)
"""What a sentence says that tells of something else."""
CONFLICT = (
    r"\b(?:wars?|conflicts?|cris[ie]s|situation|settle\w*|peace\w*|invasion|aggression|cease-?fire|truce|fighting|"
    r"hostil\w*|escalat\w*|de-escalat\w*|tensions?|developments|hostages?|attacks?|strikes?|violence|unprovoked|"
    r"invaded|defen[cs]e against|military|reconciliation|insurgen\w*|rebels?|coup|support (?:for|to)|supporting|"
    r"assist\w*|"
    r"accountab\w*|atrocit\w*|costs|deescalat\w*|diploma\w*|threats?|stability|sovereignty|territorial integrity)\b"
)
SUBJECT = r"\b(?:discuss\w*|on|about|over|regarding|concerning|topics?|agenda|issues?)(?: the)?(?: \S+,)*(?: and)? $"
"""What stands before a subject that is named without a word for what it is."""
RELATIONS = (
    r"\b(?:relations|relationship|partnership(?! for)|contacts|interaction|allied|alliance (?:between|with)|"
    r"friendship|friendly|"
    r"strategic (?!framework|mechanism|stability|arms|agenda)\w+|ties|joint projects?|mutual(?:ly)? (?:interest|"
    r"benefi\w+|"
    r"advantage\w*|understanding|respect|trust|support|cooperation|commitment)|"
    r"bilateral (?!trade|commerce|fta|commission|consultations|meetings?\b|talks|free|investment)\w+|"
    r"two countries|neighbou?rs?|"
    r"(?:our|both) (?:two )?(?:countries|nations|peoples|states)|"
    r"(?<!trading )(?<!coalition )(?<!allies and )(?:partner|(?:close|strategic|reliable|key|important|major|"
    r"long-standing|"
    r"natural|equal|trusted) partners)|"
    r"(?!high-|long-|military-|win-)\w+[-–]\w+ cooperation|cooperation between|agreements reached|stay in contact|"
    r"keep in touch|"
    r"(?:support|supporting) (?:for )?(?:the )?\w+ people|reopening of embassies)\b"
)
"""Words of two parties who talk about each other."""
GLOBAL = frozenset({"G20", "G7", "UN", "NATO"})
"""Bodies whose summits are not about a region."""
