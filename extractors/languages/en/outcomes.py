"""Sentences that report a result, over units: (id, type, expression)."""

from __future__ import annotations

_BOTH = (r"(?:(?:the |both |two )*(?:P\d+|G\d+|C\d+|sides|parties|countries|leaders|governments|presidents|ministers|"
         r"interlocutors|they|he|she|"
         r"nations)(?: and (?:the )?(?:P\d+|C\d+))*)")
RULES: tuple[tuple[str, str, str], ...] = (
    ("outcome.none", "no_agreement", r"\b(?:ended|failed|broke up|broke down|concluded|collapsed)(?: \S+){0,4} "
                                     r"(?:without|to reach|no)(?: \S+){0,3} (?:agreement|deal|accord|result|"
                                     r"breakthrough)"),
    ("outcome.declaration", "declaration_adopted", r"\b(?:adopted|signed|issued|approved|endorsed|released|published|"
                                                   r"agreed on|agreed|put their names to|passed)(?: \S+){0,7} "
                                                   r"(?:declaration|statement|communique|communiqué|concept|strategy|"
                                                   r"programme of action|roadmap|joint agenda)\b"),
    ("outcome.declaration.passive", "declaration_adopted", r"\b(?:declaration|statement|communique|communiqué|agenda|"
                                                           r"documents)(?: \S+){0,12}? (?:was|were) (?:also "
                                                           r")?(?:adopted|issued|approved|released)"),
    ("outcome.signed", "agreement_signed", r"\b(?:signed|inked|initialed|sealed|concluded|put their names to|exchanged|"
                                           r"clinched)(?: \S+){0,9} (?:agreements?|treaty|treaties|memorandums?|"
                                           r"memoranda|mou|pacts?|accords?|deals?|protocols?|documents?|contracts?|"
                                           r"convention|plan|package|instruments)\b"),
    ("outcome.signed.passive", "agreement_signed", r"\b(?:agreements?|treaty|memorandums?|memoranda|pacts?|accords?|"
                                                   r"deals?|protocols?|documents?|contracts?|package)(?: \S+){0,12}? "
                                                   r"(?:was|were|had been|have been|has been) (?:also )?(?:signed|"
                                                   r"inked|exchanged|concluded|reached)"),
    ("outcome.signing", "agreement_signed", r"\b(?:witnessed|attended|oversaw|ceremony of)(?: \S+){0,3} (?:signing|"
                                            r"exchange)\b"),
    ("outcome.invitation", "invitation", r"\b(?:invited|invites|extended(?: \S+){0,3} invitation|accepted(?: \S+){0,4} "
                                         r"invitation|accepted the invitation|invitation to visit)\b"),
    ("outcome.next", "next_meeting", r"\b(?:next|upcoming|follow-up|coming) (?:\S+ ){0,3}?(?:meeting|summit|round|"
                                     r"session|talks|E\d+|visit)(?: \S+){0,6} (?:will|be held|take place|in|on|to be|"
                                     r"scheduled)\b"),
    ("outcome.next.agreed", "next_meeting", rf"{_BOTH} (?:also )?(?:agreed|plan|planned|arranged|pledged) (?:to "
                                            rf")?(?:meet|hold|continue|resume|reconvene)(?: \S+){{0,8}} (?:meeting|"
                                            rf"talks|summit|round|again|dialogue|negotiations|D\d+|L\d+|E\d+)"),
    ("outcome.next.signed", "next_meeting", r"\bwill be (?:signed|held)(?: \S+){0,3} in L\d+ on D\d+"),
    ("outcome.welcomed", "decision", r"\b(?:decided|announced the|instructed|approved|admitted|declared|ordered|agreed "
                                     r"to (?:establish|create|set up|launch|open|order|instruct|inaugurate|admit|"
                                     r"choose|form|appoint|hold a))\b"),
    ("outcome.commitment", "commitment", rf"(?:{_BOTH}|it was) (?:also |both |firmly |mutually |jointly |further "
                                         rf")*(?:agreed|committed|pledged|vowed|promised|undertook|resolved|reaffirmed "
                                         rf"(?:their|its|a|the)? ?(?:\S+ )?(?:commitment|readiness|intention|"
                                         rf"willingness)|reiterated (?:their|its)? ?(?:\S+ )?(?:commitment|readiness)|"
                                         rf"confirmed (?:their|our|its)? ?(?:\S+ )?(?:commitment|readiness|intention)|"
                                         rf"expressed (?:their|its)? ?(?:\S+ )?(?:commitment|readiness))"),
    ("outcome.shared", "commitment", r"\b(?:shared|mutual|joint|common) commitment\b"),
)
NEGATED = r"\b(?:no|not|n't|without|never|failed to)(?: \S+){0,3} (?:signed|agreement|adopted|agreed|documents)"
NOT_YET = (
    r"\b(?:will|would|to be|expected|due|plans?|may|could|might|should)(?: \S+){0,3} (?:sign|signed|adopt|agree|"
    r"issue)\b"
)
COUNT = (
    r"\b(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3} other)(?: \S+){0,3} "
    r"(?:documents|agreements|memorandums|memoranda|accords|deals|pacts|contracts)\b"
)
PAST = (
    r"\b(?:D\d+|last|earlier|previously|had)(?: \S+){0,3} (?:signed|agreed|reached|adopted|clinched)\b|\b(?:signed|"
    r"agreed|reached|adopted|clinched)(?: \S+){0,8} (?:in (?:19|20)\d\d|years ago|last year|last month)\b"
)
"""A result of some time before."""
