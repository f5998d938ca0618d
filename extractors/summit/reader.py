"""The pipeline put together: an article in, its records out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from importlib import import_module
from pathlib import PurePath
from typing import cast

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from extractors.article import Article
from extractors.lexicon import world
from extractors.record import SummitRecord
from extractors.summit import transport  # noqa: F401 - so that Docs can be sent to other processes
from extractors.summit.assemble.pipe import records
from extractors.summit.gate import may_report
from extractors.summit.headline import evened
from extractors.summit.home import home_of
from extractors.summit.layout.lost_marks import with_marks
from extractors.summit.layout.pipe import hard_wrapped
from extractors.summit.processes import in_batches, in_processes
from extractors.summit.reading import Reading

EXTRACTOR_VERSION = "0.2.0"
PIPES = (
    "dates",
    "layout",
    "places",
    "people",
    "sidelines",
    "quotes",
    "contacts",
    "topics",
    "outcomes",
    "figures",
    "confidence",
    "assemble",
)
"""The pipes in their order; each is the spaCy factory `communique_<name>`."""
_LOCAL = ("dates", "layout", "places", "people", "sidelines", "quotes", "contacts", "topics", "outcomes", "figures")
BATCH = 32
"""Articles that go through the pipes together unless otherwise asked."""
_MOST = 200_000
_WRAP = re.compile(r"(?<=\S)\n(?=\S)")
_AFTER_STOPS = re.compile(
    r"(?<=\bU\.[SKN]\. )(?!Secretary|Treasury|President|Vice|Deputy|Under|Assistant|Ambassador|Trade|State|Senat|"
    r"Congress|House|Federal|Attorney|Special|Defen|Commerce|Agricul|General|Security|Foreign|Prime|Chancellor|Department|"
    r"Export)[A-Z]"
    r"(?=[a-z]* [a-z(])"
)
"""In old wire copy a word after "U.S." is printed as if it began a sentence: "the U.S. And Japan"."""
_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
"""Spaces that are no break but would part a name: "Uzra\u00a0Zeya"."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKS = re.compile(r"([^\w\s]{24})[^\w\s](?=[^\w\s])")


def version(model: str = "") -> str:
    """The version that records carry: with a model's name where a model has a say in them, for they differ then."""
    return f"{EXTRACTOR_VERSION}+{PurePath(model).name}" if model else EXTRACTOR_VERSION


class SummitReader:
    """Reads the summit records of articles in one language. One reader serves any number of articles; it is not shared
    between threads while it reads."""

    def __init__(self, language: str = "en", model: str = "") -> None:
        """`model` names a spaCy model, installed or a folder, whose parser is asked where the rules find nothing.

        Raises NoParser (extractors.summit.syntax.pipe) where there is no such model or it doesn't parse.
        """
        self.language, self.model = language, model
        self.version = version(model)
        self.nlp: Language = spacy.blank(language)
        self.nlp.max_length = 2_000_000
        infixes = [*(self.nlp.Defaults.infixes or ()), r"(?<=\.)[-–](?=[A-Za-z])"]
        # "U.S.-Turkey" is two states
        tokenizer = cast("Tokenizer", self.nlp.tokenizer)
        tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
        for name in PIPES:
            # the factory registers itself on import, whether or not the entry points are installed
            import_module(f"extractors.summit.{name}.pipe")
            config = {"language": language} if name in _LOCAL else {}
            if name == "contacts":
                config["parser"] = model
            self.nlp.add_pipe(f"communique_{name}", name=name, config=config)

    def read(self, article: Article) -> list[SummitRecord]:
        """The records of `article`, the main ones first; none where it reports no contact. Never raises for a text.

        Only the first 200,000 characters of a text are read: a book's worth, of which an article never has more.
        """
        doc = self.doc(article)
        return [] if doc is None else records(doc, article, self.version)

    def read_many(
        self, articles: Iterable[Article], *, batch_size: int = BATCH, processes: int = 1
    ) -> Iterator[tuple[Article, list[SummitRecord]]]:
        """Each article with its records, in order: the same ones whatever the batch size and the number of processes.

        `articles` may be of any length: a batch is taken at a time, with several processes a few of them. The words of
        a batch are forgotten with it. Raises ValueError where either number is below 1.
        """
        if batch_size < 1 or processes < 1:
            raise ValueError(f"batch_size {batch_size} and processes {processes} must be 1 or more")
        batches = in_batches(articles, batch_size)
        if processes > 1:
            return in_processes(self, batches, processes)
        return (pair for batch in batches for pair in zip(batch, self.batch(batch), strict=True))

    def batch(self, articles: Sequence[Article]) -> list[list[SummitRecord]]:
        """The records of each of `articles`, which go through the pipes together."""
        found: list[list[SummitRecord]] = [[] for _ in articles]
        with self.nlp.memory_zone():
            made = ((doc, i) for i, article in enumerate(articles) if (doc := self.prepared(article)) is not None)
            for doc, i in self.nlp.pipe(made, as_tuples=True, batch_size=max(1, len(articles))):
                found[i] = records(doc, articles[i], self.version)
        return found

    def __reduce__(self) -> tuple[type[SummitReader], tuple[str, str]]:
        """A reader goes to another process by its language and model."""
        return SummitReader, (self.language, self.model)

    def doc(self, article: Article) -> Doc | None:
        """The Doc of an article after all pipes, None where the gate finds nothing to read."""
        made = self.prepared(article)
        if made is not None:
            for _, pipe in self.nlp.pipeline:
                made = pipe(made)
        return made

    def prepared(self, article: Article) -> Doc | None:
        """The Doc of an article as the pipes take it, for `nlp` and `nlp.pipe`; None where the gate finds nothing to
        read. Of a text over 200,000 characters the rest is not read."""
        # a lone surrogate is no character and has no place in a Doc; offsets stay the same
        text = _SURROGATE.sub("\ufffd", article.text[:_MOST])
        if not may_report(article.title, text, self.language):
            return None
        # marks in a row take spaCy's tokenizer the square of the time: 25 are enough, offsets stay the same
        text = _MARKS.sub(r"\1 ", text)
        if hard_wrapped(text):
            # phrases and names run over the ends of such lines; offsets stay the same
            text = _AFTER_STOPS.sub(lambda match: match.group().lower(), _WRAP.sub(" ", text))
        text, printed = with_marks(_SPACE.sub(" ", text), self.language), text
        title = _SPACE.sub(" ", _SURROGATE.sub("\ufffd", evened(article.title, text)))
        made = self.nlp.make_doc(f"{title}\n\n{text}" if title else text)
        home = home_of(article)
        made._.reading = Reading(
            self.language,
            offset=len(title) + 2 if title else 0,
            today=written_on(article.published_at, home),
            home=home,
            written_at=moment_of(article.published_at),
        )
        if printed is not text:
            # records show the words as they were printed
            made._.reading.printed = f"{title}\n\n{printed}" if title else printed
        return made


def moment_of(published_at: str | None) -> datetime | None:
    """The moment of publication; None where no hour or zone is known."""
    if not published_at or len(published_at) <= 10:
        return None
    try:
        moment = datetime.fromisoformat(published_at.strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment if moment.utcoffset() is not None else None


def written_on(published_at: str | None, home: str | None) -> date | None:
    """The day of writing at the publisher's place; None where the article has no readable date.

    A time in UTC is taken to the publisher's own zone (without summer time, hence within an hour).
    """
    if not published_at:
        return None
    try:
        moment = datetime.fromisoformat(published_at.strip().replace("Z", "+00:00"))
    except ValueError:
        try:
            return date.fromisoformat(published_at.strip()[:10])
        except ValueError:
            return None
    country = world.countries().get(home or "")
    if len(published_at) > 10 and moment.utcoffset() == timedelta(0) and country and country.utc_offset is not None:
        try:
            return moment.astimezone(timezone(timedelta(hours=country.utc_offset))).date()
        except OverflowError:
            return moment.date()
    return moment.date()
