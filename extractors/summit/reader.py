"""The pipeline put together: an article in, its records out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, timezone
from importlib import import_module
from typing import cast
from urllib.parse import urlsplit

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from extractors.article import Article
from extractors.lexicon import world
from extractors.record import SummitRecord
from extractors.summit.assemble.pipe import records
from extractors.summit.gate import may_report
from extractors.summit.headline import evened
from extractors.summit.layout.pipe import hard_wrapped
from extractors.summit.reading import Reading

EXTRACTOR_VERSION = "0.1.0"
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
_HOMES = {
    "kazinform": "KZ",
    "qazinform": "KZ",
    "akorda": "KZ",
    "astana": "KZ",
    "tass": "RU",
    "kremlin": "RU",
    "interfax": "RU",
    "ria": "RU",
    "xinhua": "CN",
    "anadolu": "TR",
    "trend": "AZ",
    "azertac": "AZ",
    "report": "AZ",
    "akipress": "KG",
    "24kg": "KG",
    "kabar": "KG",
    "khovar": "TJ",
    "uza": "UZ",
    "mea": "IN",
    "irna": "IR",
    "iran": "IR",
    "yonhap": "KR",
    "japan": "JP",
    "kyodo": "JP",
    "belta": "BY",
    "ukrinform": "UA",
    "turkmenistan": "TM",
    "tdh": "TM",
    "us": "US",
    "ru": "RU",
    "white": "US",
    "sample": "KZ",
    "president": None,
    "bernama": "MY",
}
"""First word of a source's key to the country whose head of state is meant by 'the Head of State' there."""
_MOST = 200_000
_WRAP = re.compile(r"(?<=\S)\n(?=\S)")
_SURROGATE = re.compile("[\ud800-\udfff]")


class SummitReader:
    """Reads the summit records of articles in one language. One reader serves any number of articles; it is not shared
    between threads while it reads."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
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
            self.nlp.add_pipe(f"communique_{name}", name=name, config=config)

    def read(self, article: Article) -> list[SummitRecord]:
        """The records of `article`, the main ones first; none where it reports no contact. Never raises for a text."""
        doc = self.doc(article)
        return [] if doc is None else records(doc, article, EXTRACTOR_VERSION)

    def read_many(self, articles: Iterable[Article]) -> Iterator[tuple[Article, list[SummitRecord]]]:
        """Each article with its records, in order."""
        for article in articles:
            yield article, self.read(article)

    def doc(self, article: Article) -> Doc | None:
        """The Doc of an article after all pipes, None where the gate finds nothing to read."""
        # a lone surrogate is no character and has no place in a Doc; offsets stay the same
        text = _SURROGATE.sub("\ufffd", article.text[:_MOST])
        if not may_report(article.title, text):
            return None
        if hard_wrapped(text):
            # phrases and names run over the ends of such lines; offsets stay the same
            text = _WRAP.sub(" ", text)
        title = _SURROGATE.sub("\ufffd", evened(article.title, text))
        made = self.nlp.make_doc(f"{title}\n\n{text}" if title else text)
        home = home_of(article)
        made._.reading = Reading(
            self.language,
            offset=len(title) + 2 if title else 0,
            today=written_on(article.published_at, home),
            home=home,
        )
        for _, pipe in self.nlp.pipeline:
            made = pipe(made)
        return made


def home_of(article: Article) -> str | None:
    """The publisher's country, by its key (a leading country code, a known agency) or the address's domain."""
    for word in re.split(r"[-_.:]", (article.source or "").lower())[:1]:
        if word in _HOMES:
            return _HOMES[word]
        if len(word) == 2 and word.upper() in world.countries():
            return word.upper()
    try:
        host = urlsplit(article.url or "").hostname or ""
    except ValueError:
        return None
    last = host.rsplit(".", 1)[-1]
    if last in ("gov", "mil"):
        return "US"
    return last.upper() if len(last) == 2 and last.upper() in world.countries() else None


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
