"""Whether a contact was held, is going on, is planned, merely proposed, put off or called off.

Rules: `status.past`, `status.verb` ('cancelled a visit'), `status.passive` ('has been postponed'), `status.lack`,
`status.invitation`, `status.modal` (may, proposed), `status.planned`, `status.present`; later `status.date`,
`status.arrival`.
"""

from __future__ import annotations

import re

from extractors.summit.contacts.patterns import Patterns
from extractors.summit.reading import Contact, Sentence

_NOMINAL = frozenset({"talks.between", "talks.nominal", "visit.noun", "visit.of", "visit.to.by", "talks.title"})


def set_status(patterns: Patterns, contact: Contact, sentence: Sentence, match: re.Match[str], aux: str) -> bool:
    """Sets the status of `contact` from the rule's `match` and the words around it.

    `aux` is what stands before the verb.

    False where the sentence denies the contact.
    """
    status, rule = "held", "status.past"
    whole = match.group()
    tail = sentence.code[match.end() : match.end() + 120]
    if patterns.negated.search(aux):
        return False
    start = match.start("np") if contact.rule == "talks.their" else match.start()
    head = re.sub(r" (?:their|a joint)$", " ", sentence.code[max(0, start - 40) : start])
    if re.search(r"\b(?:denied|denies|not|no|ruled out|without)(?: \S+){0,3} $", head):
        return False
    noun = match.groupdict().get("np") or ""
    if re.search(r"\b(?:reject\w*|refus\w*|declin\w*|boycott\w*|snub\w*)\b", noun):
        return False
    if ".kill" in contact.rule:
        status = "cancelled" if patterns.cancelled.search(whole) else "postponed"
        rule = "status.verb"
    elif contact.rule.startswith("invite"):
        status, rule = "proposed", "status.invitation"
    elif re.match(
        r"[^.;]{0,110}(?<!had )\b(?:has been|have been|was|were|is|are|been|being|be) (?:\w+ "
        r")?(?:postponed|put off|delayed|deferred)",
        tail,
    ):
        status, rule = "postponed", "status.passive"
    elif re.search(r"\b(?:lack of|absence of)(?: \S+){0,3} $", head):
        status, rule = "cancelled", "status.lack"
    elif re.match(
        r"[^.;]{0,110}(?<!had )\b(?:has been|have been|was|were|is|are|been|be) (?:\w+ )?(?:cancelled|"
        r"canceled|called off|scrapped)",
        tail,
    ):
        status, rule = "cancelled", "status.passive"
    elif (
        re.search(
            r"\b(?:calls?|called|urges?|urged|appeals?|appealed) for (?:\S+ ){0,3}(?:talks|meeting|summit)\b", whole
        )
        or patterns.proposed.search(aux)
        or re.search(
            r"\b(?:proposed|possible|potential|proposal for|offered|called "
            r"for|suggested)(?: \S+){0,3} $",
            head,
        )
    ):
        status, rule = "proposed", "status.modal"
    elif (
        patterns.planned.search(aux)
        or re.search(
            r"\b(?:planned|upcoming|forthcoming|coming|scheduled|future|"
            r"ahead of|preparations for|prepare for|"
            r"preparing for|before|plan for|plans for|ahead|run-up to|eve of)(?: \S+){0,3} $",
            head,
        )
        or (contact.rule in _NOMINAL and re.match(r"(?:(?! and )[^.;,]){0,60} will (?!not)", tail))
        or (re.search(r"\b(?:when|until) $", head) and re.search(r"\bmeets?\b", whole))
        or re.search(
            r"\b(?:upcoming|forthcoming|planned|scheduled|next|coming|future)\b", match.groupdict().get("np") or ""
        )
        or re.match(
            r" ?,?(?: \S+){0,3} (?:scheduled|set|due|planned|slated|expected)(?: \S+){0,2} (?:for|to|on)\b", tail
        )
    ):
        status, rule = "planned", "status.planned"
    elif (
        re.search(r"\b(?:is|are)(?: \w+ly| now| currently)?$", aux.strip())
        and re.search(r"\b(?:holding|meeting|visiting|paying|making|attending|hosting|receiving|having|on)\b", whole)
    ) or (
        re.search(
            r"\bis on\b|\bare on\b|\b(?:has|have) (?:started|begun)\b|\bunder way\b|\bunderway\b|\bis "
            r"paying\b|\bbegins\b|\bstarts\b|\bopens\b"
            r"|\b(?:has|have)(?: \w+)? arrived\b|^E\d+(?: \S+){0,4} (?:opened|began|kicked off|is under way)\b"
            r"|\b(?:has opened|opens|opened)\b.*E\d+$",
            whole,
        )
        and contact.type in ("event", "visit", "meeting")
    ):
        status, rule = "ongoing", "status.present"
    if (
        contact.rule == "visit.go"
        and status == "held"
        and re.search(r"\b(?:arriv\w+|landed|lands|touched down)\b", whole)
    ):
        # who has just arrived is there: settled once the day is known
        contact.rules["arrival"] = "yes"
    contact.status, contact.rules["status"] = status, rule
    if status == "planned" and re.search(r"\b(?:was|were|had)\b", aux):
        contact.rules["past"] = "yes"
    return True
