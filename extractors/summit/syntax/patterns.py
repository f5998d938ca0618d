"""Which relations lead from a word to its subject, its object and what hangs on it.

Relations are named as in Universal Dependencies and as in spaCy's own English models (ClearNLP), so that parsers of
either kind serve.
"""

from __future__ import annotations

SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass"})
PASSIVE = frozenset({"nsubj:pass", "nsubjpass", "aux:pass", "auxpass"})
OBJECT = frozenset({"obj", "dobj", "iobj", "dative"})
NOUN_IN_CLAUSE = OBJECT | {"obl", "pobj"}
OBLIQUE = frozenset({"obl", "nmod", "obl:agent"})
CASE = frozenset({"case"})
PREPOSITION = frozenset({"prep", "agent"})
PREPOSITION_OBJECT = frozenset({"pobj"})
OWNER = frozenset({"nmod:poss", "poss"})
LISTED = frozenset({"conj", "appos"})
RELATIVE = frozenset({"acl:relcl", "relcl"})
PARTICIPLE = frozenset({"acl"})
RAISED = frozenset({"xcomp", "advcl", "conj", "pcomp"})
"""Clauses that take the subject of the clause above where they have none of their own."""
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass", "neg", "cop"})
NAME_PART = frozenset({"flat", "compound", "amod"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
VERB_POS = frozenset({"VERB", "AUX"})
PARTIES = frozenset({"P", "C", "O", "G"})
"""Kinds of units that may be a party."""
PLACES = frozenset({"C", "L", "V"})
STATES = frozenset({"C", "A", "O"})
CLOSED = frozenset({"P", "C", "O", "E", "D", "L"})
"""Kinds of units whose inner words report nothing."""
DEEPEST = 12
"""How far an argument is followed down, a clause up: no sentence of sense goes further."""
