"""The second opinion: trees by hand in both schemes of relations, and models that users name."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from extractors.article import Article
from extractors.languages import part
from extractors.record import problems
from extractors.summit import EXTRACTOR_VERSION, SummitReader, reader, version
from extractors.summit.reading import Chars, Entity, Reading, Sentence, Unit
from extractors.summit.syntax.pipe import NoParser, SecondOpinion, Told
from extractors.summit.syntax.shown import Shown, shown
from extractors.summit.syntax.tree import Suggestion, Tree

WORDS = part("en", "syntax")
NLP = spacy.blank("en")


def sentence(code: str) -> Sentence:
    """A sentence of the units that stand in `code`; P1 is a person and so on."""
    units, at = [], 0
    for symbol in code.split():
        kind = symbol[0] if re.fullmatch(r"[A-Z]\d+", symbol) else ""
        units.append(Unit(symbol, at, at + len(symbol), kind, int(symbol[1:]) if kind else -1))
        at += len(symbol) + 1
    made = Sentence(0, 0, max(0, at - 1), 0, units=units)
    made.encode()
    return made


def suggested(rows: str) -> list[Suggestion]:
    """What a tree suggests whose tokens are the lines of `rows`: word, tag, head's number, relation."""
    cells = [line.split() for line in rows.strip().splitlines()]
    words = [cell[0] for cell in cells]
    told = sentence(" ".join(words))
    doc = Doc(NLP.vocab, words=words, tags=[cell[1] for cell in cells], heads=[int(cell[2]) for cell in cells],
              deps=[cell[3] for cell in cells])
    text = Shown(doc.text, tuple(u.start for u in told.units), tuple(u.end for u in told.units))
    return list(Tree(doc, text, told, WORDS).suggestions())


UNIVERSAL = {
    "object and company": ("""
        P0 NNP 2 nsubj
        also RB 2 advmod
        met VBD 2 ROOT
        P1 NNP 2 obj
        and CC 5 cc
        P2 NNP 3 conj
        """, "syntax.meet", [0], [3, 5], []),
    "infinitive under a trip": ("""
        P0 NNP 1 nsubj
        travels VBZ 1 ROOT
        to IN 3 case
        L0 NNP 1 obl
        to TO 5 mark
        meet VB 1 advcl
        with IN 7 case
        P1 NNP 5 obl
        """, "syntax.meet", [0], [7], []),
    "relative clause": ("""
        P0 NNP 4 nsubj
        who WP 2 nsubj
        met VBD 0 acl:relcl
        P1 NNP 2 obj
        smiled VBD 4 ROOT
        """, "syntax.meet", [0], [3], []),
    "hung on the city": ("""
        P0 NNP 1 nsubj
        met VBD 1 ROOT
        in IN 3 case
        L0 NNP 1 obl
        with IN 5 case
        P1 NNP 3 nmod
        """, "syntax.meet", [0], [5], []),
    "a delegation's state": ("""
        P0 NNP 1 nsubj
        met VBD 1 ROOT
        officials NNS 1 obj
        from IN 4 case
        C0 NNP 2 nmod
        """, "syntax.meet", [0], [4], []),
    "a trip in passing": ("""
        P0 NNP 1 nsubj
        spoke VBD 1 ROOT
        during IN 4 case
        a DT 4 det
        visit NN 1 obl
        to IN 6 case
        C0 NNP 4 nmod
        """, "syntax.trip", [0], [], [6]),
    "a trip called off": ("""
        P0 NNP 1 nsubj
        postponed VBD 1 ROOT
        a DT 3 det
        visit NN 1 obj
        to IN 5 case
        C0 NNP 3 nmod
        """, "syntax.trip.kill", [0], [], [5]),
    "whose trip": ("""
        P0 NNP 2 nmod:poss
        's POS 0 case
        trip NN 5 nsubj
        to IN 4 case
        C0 NNP 2 nmod
        ended VBD 5 ROOT
        """, "syntax.trip", [0], [], [4]),
    "before leaving for": ("""
        P0 NNP 1 nsubj
        rested VBD 1 ROOT
        before IN 3 mark
        leaving VBG 1 advcl
        for IN 5 case
        C0 NNP 3 obl
        """, "syntax.go", [0], [], [5]),
}
CLEARNLP = {
    "object and company": ("""
        P0 NNP 2 nsubj
        also RB 2 advmod
        met VBD 2 ROOT
        P1 NNP 2 dobj
        and CC 3 cc
        P2 NNP 3 conj
        """, "syntax.meet", [0], [3, 5], []),
    "with": ("""
        P0 NNP 2 nsubj
        will MD 2 aux
        meet VB 2 ROOT
        with IN 2 prep
        P1 NNP 3 pobj
        """, "syntax.meet", [0], [4], []),
    "a trip in passing": ("""
        P0 NNP 1 nsubj
        spoke VBD 1 ROOT
        during IN 1 prep
        a DT 4 det
        visit NN 2 pobj
        to IN 4 prep
        C0 NNP 5 pobj
        """, "syntax.trip", [0], [], [6]),
}


@pytest.mark.parametrize(("rows", "rule", "x", "y", "to"), [*UNIVERSAL.values(), *CLEARNLP.values()],
                         ids=[*(f"universal: {n}" for n in UNIVERSAL), *(f"clearnlp: {n}" for n in CLEARNLP)])
def test_a_tree_leads_from_the_word_to_its_parties(
    rows: str, rule: str, x: list[int], y: list[int], to: list[int]
) -> None:
    found = next(one for one in suggested(rows) if one.rule == rule)
    assert (found.x, found.y, found.to) == (x, y, to)


def test_what_is_denied_suggests_nothing() -> None:
    assert suggested("""
        P0 NNP 3 nsubj
        did VBD 3 aux
        not RB 3 advmod
        meet VB 3 ROOT
        P1 NNP 3 obj
        """) == []


def test_the_verb_s_group_begins_with_what_tells_how_it_stands() -> None:
    one = suggested("""
        P0 NNP 2 nsubj
        is VBZ 2 aux:pass
        expected VBN 2 ROOT
        to TO 4 mark
        meet VB 2 xcomp
        P1 NNP 4 obj
        """)[0]
    assert (one.aux, one.verb, one.x, one.y) == (1, 4, [0], [5])


def test_the_parser_reads_a_plain_name_in_place_of_titles() -> None:
    text = "Minister of State for Trade Ana Lima met “peace now”."
    spans: list[tuple[str, str, Chars]] = [("P0", "P", (0, 36)), ("met", "", (37, 40)), ("q", "", (41, 52)),
                                           (".", "", (52, 53))]
    told = Sentence(0, 0, len(text), 0, units=[Unit(s, *at, k, 0 if k else -1) for s, k, at in spans])
    told_of = Reading("en", text=text, entities=[Entity(0, "Ana Lima", "minister", country="PT")])
    seen = shown(told_of, told, "Smith", "this")
    assert seen.text == "Smith met this."
    assert [seen.text[a:b] for a, b in zip(seen.starts, seen.ends, strict=True)] == ["Smith", "met", "this", "."]


@pytest.mark.parametrize(("code", "worth"), [
    ("P0 met P1", True),
    ("P0 will be met at the airport", False),
    ("P0 flew to C0", True),
    ("the pilot flew to C0", False),
    ("P0 praised P1", False),
    ("P0 met P1 " + "and P2 " * 70, False),
])
def test_only_sentences_with_a_word_and_parties_are_parsed(code: str, worth: bool) -> None:
    opinion = SecondOpinion("en", NLP)
    assert opinion.worth(Told(sentence(code), [], [], None, None)) is worth


def test_titles_are_not_parsed() -> None:
    headline = sentence("P0 met P1")
    headline.is_title = True
    assert not SecondOpinion("en", NLP).worth(Told(headline, [], [], None, None))


def article(text: str) -> Article:
    return Article(text=text, published_at="2025-09-18", source="reuters", id="t-1")


@Language.factory("test_parser_by_order")
class ByOrder:
    """A parser of a user's that knows one order of words: subject, verb, object or place."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        verb = next((token.i for token in doc if token.lower_ in ("met", "flying", "flew")), 0)
        for token in doc:
            token.head, token.dep_ = doc[verb], "punct" if token.is_punct else "nsubj" if token.i < verb else "obj"
            token.tag_ = "NNP"
        doc[verb].tag_, doc[verb].dep_ = "VBD", "ROOT"
        for token in doc[:-1]:
            if token.lower_ == "to":
                token.head, token.dep_, doc[token.i + 1].dep_ = doc[token.i + 1], "case", "obl"
        return doc


@pytest.fixture(scope="module")
def own_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    nlp = spacy.blank("en")
    nlp.add_pipe("test_parser_by_order", name="parser")
    folder = tmp_path_factory.mktemp("models") / "own"
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture(scope="module")
def seconded(own_model: str) -> SummitReader:
    return SummitReader("en", model=own_model)


PASSING = (
    "Uruguayan President Yamandú Orsi inspected the docks at dawn and then, in some haste and rain, flew to Paraguay."
)


def test_a_user_s_model_adds_what_the_rules_leave(seconded: SummitReader, english: SummitReader) -> None:
    assert english.read(article(PASSING)) == []
    (record,) = seconded.read(article(PASSING))
    assert problems(record) == []
    assert record["event"]["type"] == "visit"
    assert {party["country"] for party in record["participants"]} == {"UY", "PY"}


def test_a_contact_from_the_tree_has_its_rule_and_evidence(seconded: SummitReader) -> None:
    doc = seconded.doc(article(PASSING))
    assert doc is not None
    (contact,) = doc._.reading.contacts
    assert contact.rule == "syntax.go"
    assert PASSING[contact.start : contact.end].endswith("flew to Paraguay")


def test_what_the_rules_found_stays_as_it_is(seconded: SummitReader, english: SummitReader) -> None:
    text = ("ASTANA - President Kassym-Jomart Tokayev met Latvian President Edgars Rinkēvičs in Astana on Thursday. "
            "Edgars Rinkēvičs had flown to Kazakhstan the day before.")
    ruled, asked = english.read(article(text))[:1], seconded.read(article(text))[:1]
    for record in (*ruled, *asked):
        # the model is named in the version, and the version in the id
        del record["record_id"], record["extractor_version"]  # type: ignore[misc]
    assert ruled == asked != []


def test_the_batch_makes_no_difference(seconded: SummitReader) -> None:
    articles = [article(PASSING), article("The harbour was closed for the winter."), article(PASSING)]
    alone = [seconded.read(one) for one in articles]
    assert [records for _, records in seconded.read_many(articles)] == alone


def test_a_reader_s_model_goes_with_it_to_other_processes(seconded: SummitReader) -> None:
    other = pickle.loads(pickle.dumps(seconded))  # noqa: S301 - what was pickled here
    assert other.read(article(PASSING)) == seconded.read(article(PASSING)) != []


PIECES = ["met", "flew", "to", "visit", "trip", "President", "of", "Norway", "Jonas Gahr Støre", "his", "him", "“met”",
          ",", ".", "’s", "who", "not", "\n"]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60).map(" ".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_it(seconded: SummitReader, text: str) -> None:
    for record in seconded.read(article(f"President Alar Karis met the press. {text}")):
        assert problems(record) == []


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(NoParser, match="no_such_model"):
        SummitReader("en", model="no_such_model")


def test_a_model_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "bare")
    with pytest.raises(NoParser, match="no dependency parser"):
        SummitReader("en", model=str(tmp_path / "bare"))


def test_readers_are_made_once_a_model(own_model: str) -> None:
    assert reader("en") is reader("en", "")
    assert reader("en", own_model) is reader("en", own_model) is not reader("en")


@pytest.mark.parametrize(
    ("model", "carried"),
    [("", EXTRACTOR_VERSION), ("en_small", f"{EXTRACTOR_VERSION}+en_small"), ("/opt/models/en_small",
        f"{EXTRACTOR_VERSION}+en_small")],
)
def test_a_model_shows_in_the_version_of_the_records(model: str, carried: str) -> None:
    assert version(model) == carried
