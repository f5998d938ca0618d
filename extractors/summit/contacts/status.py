"""Whether a contact was held, is going on, is planned, merely proposed, put off or called off.

Rules: `status.past`, `status.verb` ('cancelled a visit'), `status.passive` ('has been postponed'), `status.lack`,
`status.invitation`, `status.modal` (may, proposed), `status.planned`, `status.present`; later `status.date`,
`status.arrival`.
"""

from __future__ import annotations

import re

from extractors.summit.contacts.patterns import Patterns
from extractors.summit.reading import Contact, Sentence

_CHANCE = re.compile(r"\b(?:opportunity|chance|prospects?|possibility|conditions|basis|room|need|hopes?) (?:for|of)\b")
_HYPOTHETICAL = re.compile(r"\b(?:could|may|might|would|if|no)\b")
_UNSURE = re.compile(
    r"(?:(?! and | said |,)[^.;]){0,60}? (?:is|are|was) (?:[“\"'] ?)?"
    r"(?:\w+ly |very |most |quite |not excluded|still )*"
    r"(?:likely|possible|probable|being (?:discussed|considered|worked|prepared|arranged|explored)|"
    r"under (?:discussion|consideration)|"
    r"in the works|on the cards)\b"
)
"""After talks that somebody thinks of: 'a meeting between A and B in L is highly likely'."""
_NOMINAL = frozenset({"talks.between", "talks.nominal", "visit.noun", "visit.of", "visit.to.by", "talks.title"})

_RULED_OUT = re.compile(
    r"\b(?:rul(?:es|ed|ing) out|no plans? for|no reason for)(?: (?:a|an|any|the|his|her|direct|such))* $"
)
_CONVENED = re.compile(r"\bconvene[ds]?\b")
_CALLED = re.compile(r"\bcalled (?!(?:on D\d+ |D\d+ )?for\b)")
PRESENT = frozenset({"event.present", "event.speaking", "event.speaking.own"})
"""Rules of what somebody says or does at an event."""
_COMES_FOR = re.compile(
    r"\b(?:arrives?|lands?|heads?|travels?|flies|fly|goes|leaves?|departs?|sets? (?:off|out)|comes?)\b[^,;]{0,40} for "
    r"(?:\S+ ){0,4}?(?:talks|meetings?|consultations|negotiations) with"
)
_RELATIVE = re.compile(r" ,? ?who (?:is|was|are|were) [^,;]{1,90} ,")
_HAD_BEEN_DUE = re.compile(r"\bhad been (?:due|set|scheduled|supposed|planning|expected)")
_WAS_THERE = re.compile(r"\b(?:was|were) (?:also )?(?:in|at) (?:the )?[LCV]\d+(?: on)? D\d+ to$")
_WILL_JOIN = re.compile(
    r"\b(?:will|would|to|may|plans? to|due to|set to|wants? to|hopes? to) (?:\w+ly )?(?:join|accompany|go with|"
    r"travel with|fly with|be joining)\b"
)
"""Before somebody's trip: others are to come along."""
_TOLD_OF = frozenset({"talks.title", "talks.bare", "meet.due", "talks.loose", "talks.with", "talks.each"})
_SOUGHT = re.compile(
    r"\b(?:propos(?:ed|es|ing)|suggest(?:ed|s|ing)|offer(?:ed|s|ing)?|seek(?:s|ing)?|sought|want(?:s|ed)?|"
    r"request(?:ed|s)?|open to|ready for|calls? for|called for|demand(?:ed|s)?|possib(?:le|ility)|prospect|"
    r"would like|hopes? for|mulls?|considers?|considering|weighs?|eyes|moots?)\b(?: \S+){0,5}\s*$"
)
"""Before talks that somebody would like to come about."""
_BARE_VERB = re.compile(
    r"(?:and|,|then|where (?:he|she|they))(?: (?:then|also|later|afterwards))* "
    r"(?:visit|attend|pay|make|meet|hold|participate|address)\b"
)
_MODAL = re.compile(r"\b(?:to|will|would|plans|due|set|expected)\b")


def set_status(patterns: Patterns, contact: Contact, sentence: Sentence, match: re.Match[str], aux: str) -> bool:
    """Sets the status of `contact` from the rule's `match` and the words around it.

    `aux` is what stands before the verb.

    False where the sentence denies the contact.
    """
    status, rule = "held", "status.past"
    whole = match.group()
    # "N, who is on a visit, was received": how somebody came says nothing of how the contact stands
    present = whole if contact.type == "visit" else _RELATIVE.sub(" ", whole)
    tail = sentence.code[match.end() : match.end() + 120]
    if contact.rule == "talks.loose":
        # "stressed the commitment to N in a call": a preposition is no sign of what is to come
        aux = re.sub(r"(?<=\S) to (?=(?:the |his |her |its )?[A-Z]\d)", " ", aux)
        if re.match(r" (?:in|during|after|following|at|of)\b", sentence.code[match.end("aux") :]):
            # "discussed the need to save in talks with N": nor is a purpose
            aux = re.sub(r"(?<=\S) to ", " ", aux)
    if patterns.negated.search(aux):
        return False
    if tail.startswith(" if ") and re.search(r"\b(?:may|might|could|would)\b", aux):
        # "might meet if prices fell"
        return False
    start = match.start("np") if contact.rule == "talks.their" else match.start()
    head = re.sub(r" (?:their|a joint)$", " ", sentence.code[max(0, start - 40) : start])
    if contact.rule != "visit.during" and re.search(
        r"\b(?:denied|denies|not|no|ruled out|without)(?: \S+){0,3} $", head
    ):
        return False
    named = head + (match.groupdict().get("np") or "")
    if contact.rule in ("talks.between", "talks.nominal", "meet.due") and (
        (_CHANCE.search(named) and _HYPOTHETICAL.search(sentence.code))
        or re.search(r"\b(?:he|she) could (?:arrange|set up|broker)", named)
    ):
        # "there could be an opportunity for talks between", "suggested he could arrange a meeting with"
        return False
    if re.search(r"\b(?:if|whether|unless) (?:the )?$", head) or re.search(r"\bif\b", aux):
        # "left open what he would do if she visits"
        return False
    noun = match.groupdict().get("np") or ""
    if re.search(r"\b(?:denie[sd]|reject\w*|refus\w*|declin\w*|boycott\w*|snub\w*)\b", noun):
        return False
    if _RULED_OUT.search(noun) or _RULED_OUT.search(head):
        return False
    if contact.rule == "talks.loose" and re.search(
        r"\b(?:about|over|regarding|concerning) (?:his|her|their) (?:\S+ ){0,3}?(?:conversations?|contacts|"
        r"discussions)\b", whole
    ):
        # "was fired over his conversations with Y": an allusion
        return False
    if contact.rule in ("talks.bare", "meet.due") and re.search(
        r"\b(?:arrang\w+|set(?:ting)? up|broker\w*|seek\w*|sought|request\w*|demand\w*|propos\w+|suggest\w+|about|"
        r"of) $",
        head,
    ) and not re.search(r"\b(?:day|week|eve|hours?|morning|result|outcome|sidelines|margins|course|start|end|ahead|"
                        r"part) of $", head):
        return False
    if contact.rule.startswith("title.") and re.search(r"\b(?:before|ahead of|prior to)\b", whole):
        # words spoken at its opening: the meeting is under way
        contact.status, contact.rules["status"] = "ongoing", "status.opening"
        return True
    if contact.rule in _NOMINAL and re.match(
        r"(?:(?! and )[^.;,]){0,60}? (?:was|is|were|are|has|had|had been|will)(?: not|n't| never| no longer) "
        r"(?:been |be |yet )?(?:planned|scheduled|on the|envisaged|expected|foreseen|take|in the works|agreed|happen)",
        tail,
    ):
        return False
    if contact.rule == "event.sought" and _CALLED.search(whole):
        # "has called a summit for Friday"
        status, rule = "planned", "status.planned"
    elif contact.rule == "visit.accept":
        status, rule = "planned", "status.invitation"
    elif contact.rule == "talks.loose" and sentence.is_title and _COMES_FOR.search(whole):
        # "arrives in L for talks with N"
        status, rule = "planned", "status.purpose"
    elif contact.rule in PRESENT and re.search(r"\barriv|\benter", whole):
        # "told reporters on arrival at E"
        status, rule = "ongoing", "status.present"
    elif contact.rule in PRESENT and re.search(r"\b(?:ahead of|before)\b", whole):
        status, rule = "planned", "status.planned"
    elif contact.rule == "after.meet":
        if re.match(r"before|ahead of", whole):
            status, rule = "planned", "status.planned"
    elif contact.rule in ("visit.barred", "visit.barred.by", "visit.refused"):
        status, rule = "cancelled", "status.verb"
    elif contact.rule == "visit.weighed":
        status, rule = "proposed", "status.modal"
    elif contact.rule == "visit.due":
        # "was due in L on D": not yet there as this is told
        status, rule = "planned", "status.planned"
    elif (
        contact.rule == "talks.sought"
        or (contact.rule == "event.sought" and not _CONVENED.search(whole))
        or (contact.rule in _TOLD_OF and _SOUGHT.search(named))
    ):
        status, rule = "proposed", "status.modal"
    elif contact.rule in ("visit.to", "visit.go") and _HAD_BEEN_DUE.search(aux):
        # "had been due to visit": it did not come to pass
        status, rule = "cancelled", "status.past"
    elif _WAS_THERE.search(aux):
        # "was in L on Tuesday to meet N"
        status, rule = "held", "status.past"
    elif contact.rule == "talks.with" and re.search(r"\b(?:will|to|would) (?:\w+ )?include\b", whole):
        # "began a visit that will include talks with N"
        status, rule = "planned", "status.planned"
    elif contact.rule in ("visit.owned", "visit.noun", "visit.during", "visit.paid") and (
        _WILL_JOIN.search(sentence.code, 0, match.start("np"))
    ):
        status, rule = "planned", "status.planned"
    elif ".kill" in contact.rule:
        status = "cancelled" if patterns.cancelled.search(whole) else "postponed"
        rule = "status.verb"
    elif contact.rule.startswith("event.") and (
        off := patterns.postponed.search(whole) or patterns.cancelled.search(whole)
    ):
        status = "postponed" if patterns.postponed.search(off.group()) else "cancelled"
        rule = "status.passive"
    elif (contact.rule == "visit.stops" and re.search(r"\b(?:is|will|ends|begins|starts|concludes)\b", whole)) or (
        contact.rule == "talks.again"
        and (match["aux2"] is not None or re.search(r"\b(?:next|following)\b", whole))
    ):
        status, rule = "planned", "status.planned"
    elif (
        contact.rule.endswith(".and")
        and (_BARE_VERB.match(whole) or contact.rule == "event.listed.and")
        and _MODAL.search(sentence.code, 0, match.start())
    ):
        # "is to attend E in L, pay a visit to C and meet P"
        status, rule = "planned", "status.planned"
    elif contact.rule.startswith("invite"):
        status, rule = "proposed", "status.invitation"
    elif re.match(
        r"[^.;]{0,110}(?<!had )\b(?:has been|have been|was|were|is|are|been|being|be) (?:\w+ "
        r")?(?:postponed|put off|delayed|deferred|pushed back|rescheduled)",
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
    elif ((contact.rule in _NOMINAL or contact.rule in ("talks.bare", "meet.due")) and _UNSURE.match(tail)) or (
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
        or (
            contact.rule == "talks.loose"
            and re.search(r"\b(?:ahead of|before)\b", sentence.code[match.end("aux") : match.start("np")])
        )
        or (contact.rule == "visit.paid" and re.search(r"\bplan(?:s|ned|ning)?\b", whole))
        or re.search(
            r"\b(?:planned|upcoming|forthcoming|coming|scheduled|future|"
            r"ahead of|preparations for|prepare for|"
            r"preparing for|previewing|previews?|"
            r"before|plan for|plans for|ahead|run-up to|(?:leads|leading|lead) up to|eve of)(?: "
            r"\S+){0,3} $",
            head,
        )
        or (contact.rule in _NOMINAL and re.match(r"(?:(?! and )[^.;,]){0,60} will (?!not)", tail))
        or (re.search(r"\b(?:when|until) $", head) and re.search(r"\b(?:meets?|visits?|arrives?|travels?|hosts?)\b",
            whole))
        or re.search(
            r"\b(?:upcoming|forthcoming|planned|scheduled|next|coming|future|ahead of|before|prior to)\b",
            match.groupdict().get("np") or "",
        )
        or re.match(
            r" ?,?(?: (?!that\b|which\b|who\b|said\b|he\b|she\b|they\b)\S+){0,3} "
            r"(?:scheduled|set|due|planned|slated|expected)(?: \S+){0,2} (?:for|to|on)\b",
            tail,
        )
    ):
        status, rule = "planned", "status.planned"
    elif (
        re.search(r"\b(?:is|are)(?: \w+ly| now| currently)?$", aux.strip())
        and re.search(r"\b(?:discussing|talking|speaking|holding|meeting|visiting|paying|making|attending|hosting|"
                      r"travell?ing|flying|heading|touring|receiving|having|on)\b", whole)
    ) or (
        re.search(
            r"\bis on\b|\bare on\b|\b(?:has|have) (?:started|begun)\b|\bunder way\b|\bunderway\b|\bis "
            r"paying\b|\bbegins\b|\bstarts\b|\bopens\b"
            r"|\b(?:has|have)(?: \w+)? arrived\b|^E\d+(?: \S+){0,4} (?:opened|began|kicked off|is under way)\b"
            r"|\b(?:has opened|opens|opened)\b.*E\d+$",
            present,
        )
        and contact.type in ("event", "visit", "meeting")
    ):
        status, rule = "ongoing", "status.present"
    if contact.rule == "visit.was" and status == "held" and re.search(r"\b(?:is|are) (?:back )?in ", whole):
        # "N is in C May 5-6, where he will meet": is there as this is told
        status, rule = "ongoing", "status.present"
    if (
        contact.rule == "visit.stay"
        and status == "held"
        and not re.search(r"\b(?:was|were|had)\b", whole)
        and not re.search(r"\b(?:was|were|had)\b", aux)
    ):
        # "N, in L for talks, said": is there as this is told
        status, rule = "ongoing", "status.present"
    if (
        contact.rule in ("visit.go", "visit.go.here")
        and status in ("held", "ongoing")
        and re.search(r"\b(?:arriv\w+|landed|lands|touched down|left|departed|set off)\b", whole)
    ):
        # who has just arrived is there: settled once the day is known
        contact.rules["arrival"] = "yes"
    contact.status, contact.rules["status"] = status, rule
    # "had spoken in New York in September": another contact than the one that the article tells of
    contact.earlier = status == "held" and bool(
        re.search(r"\bhad\b", aux)
        or re.search(r"\bhad (?:\w+ly )?(?:spoken|met|held|discussed|visited|signed|talked|agreed|been)\b", whole)
    )
    if status == "planned" and re.search(r"\b(?:was|were|had)\b", aux):
        contact.rules["past"] = "yes"
    return True
