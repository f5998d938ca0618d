"""Words by which a parsed sentence reports a meeting or a trip, and those that lead to its parties.

Only verbs of meeting and words of travel: in trials on labelled articles a parser found nothing by other words (talks
held, calls, receptions, signings) that the rules of `contacts` had left.
"""

from __future__ import annotations

from extractors.languages import words

MEET = words("met meet meets meeting confer confers conferred conferring")
VISIT = words("visited visits visit visiting toured tours")
GO = words(
    "arrived arrives arrive arriving travelled traveled travels travel travelling traveling flew fly flies flying "
    "landed lands went goes came comes returned"
)
LEAVE = words("left leave leaves leaving departed departs depart headed heads heading")
"""Verbs of going whose destination stands with FOR."""
TRIP = words("visit visits trip trips tour travel travels")
PAY = words(
    "paid pay pays paying made make makes making began begin begins begun beginning started start starts starting "
    "concluded conclude concludes completed ended ends ending embarked undertook undertake planned plans held "
    "scheduled cancelled canceled cancels cancel postponed postpones postpone scrapped delayed"
)
"""Verbs whose object a trip is, so that they tell how it stands."""
OFF = words("cancelled canceled cancels cancel postponed postpones postpone scrapped delayed")
DELEGATES = words(
    "delegation delegations officials official diplomats diplomat representatives representative envoys envoy leaders "
    "leader ministers minister presidents president negotiators negotiator delegates side sides counterparts "
    "counterpart government governments authorities heads head teams team premier chiefs chief"
)
"""Nouns that stand for the state or body they belong to."""
NEGATIVE = words("no not n't never nor neither without")
WHO = words("who whom which that")
WITH = words("with")
BY = words("by")
ALONG = words("with alongside including plus")
OWNED = words("of from")
INTO = words("in to at")
FOR = words("for")
OF_TRIP = words("to in of")
BY_TRIP = words("by of")
PRONOUNS = words("he she they him her")
WHOSE = {"his": "he", "her": "she", "their": "they"}
NAME, QUOTATION = "Smith", "this"
"""What the parser reads in place of persons and quotations: words that every treebank has."""
