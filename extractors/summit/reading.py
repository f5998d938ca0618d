"""What the pipes find in one article and hand to each other: `doc._.reading`."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import accumulate
from typing import TYPE_CHECKING

from spacy.attrs import ORTH, SPACY
from spacy.tokens import Doc

if TYPE_CHECKING:
    from extractors.summit.dates.pipe import DateMention

Chars = tuple[int, int]
"""[start, end): character offsets into the text of the Doc (title and article)."""


@dataclass(slots=True)
class Entity:
    """A person (or the bare delegation of a state or body) as the article as a whole presents them."""

    key: int
    name: str | None
    role: str
    title: str | None = None
    country: str | None = None
    organization: str | None = None
    person_id: str | None = None
    canonical: str | None = None
    rule: str = ""
    mentions: list[Chars] = field(default_factory=list)
    parts: tuple[str, ...] = ()
    assumed: bool = False
    """Whether the text leaves the state out and it was taken to be the publisher's."""

    @property
    def side(self) -> str | None:
        """Whom the entity stands for: an organization's abbreviation, else a country's code."""
        return self.organization or self.country

    @property
    def shown(self) -> str | None:
        """The name to print: the article's fullest; the register's where the article gives a surname alone."""
        words = self.name.split() if self.name is not None else []
        if len(words) > 1 and not (self.canonical and any(word.isupper() and len(word) > 3 for word in words)):
            return self.name
        return self.canonical or self.name


@dataclass(slots=True)
class Unit:
    """One word, mark or recognized phrase of a sentence.

    `symbol` is what rules see: words in lower case, phrases as a capital and a number (P3, C1, D0, …). `ref` is
    the number: it counts from 0 in the list of its kind (`Reading.values`).
    """

    symbol: str
    start: int
    end: int
    kind: str = ""
    ref: int = -1


@dataclass(slots=True)
class Sentence:
    """A sentence as rules see it: `code` is the symbols of its units joined by spaces."""

    index: int
    start: int
    end: int
    paragraph: int
    is_title: bool = False
    units: list[Unit] = field(default_factory=list)
    code: str = ""
    offsets: list[int] = field(default_factory=list)

    def encode(self) -> None:
        """Write `code` anew from the units."""
        symbols = [unit.symbol for unit in self.units]
        self.code = " ".join(symbols)
        self.offsets = list(accumulate([len(symbol) + 1 for symbol in symbols], initial=0))[:-1]

    def unit_at(self, position: int) -> int:
        """The number of the unit that covers `position` in `code`."""
        return max(0, bisect_right(self.offsets, position) - 1)

    def chars(self, start: int, end: int) -> Chars:
        """Where in the Doc's text the part [start, end) of `code` stands."""
        first, last = self.unit_at(start), self.unit_at(max(start, end - 1))
        return self.units[first].start, self.units[last].end


@dataclass(slots=True)
class TitleMention:
    """A title of office as printed; `lowered` when a word before it makes it a lesser office (deputy, former, …)."""

    role: str
    text: str
    lowered: bool = False
    former: bool = False


@dataclass(slots=True)
class SiteMention:
    """A city or building named in the text."""

    city: str | None
    country: str | None
    venue: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when what is printed below a heading was said: from the lines above a transcript, or from the
    parentheses at the end of the heading. `start` and `end` are characters of the Doc."""

    city: str | None
    country: str | None
    venue: str | None
    day: date | None
    remote: bool
    start: int
    end: int


@dataclass(slots=True)
class NamedEvent:
    """A larger event named in the text: a summit, session, forum."""

    name: str
    organization: str | None
    kind: str
    start: int
    end: int
    parties: tuple[str, ...] = ()
    city: str | None = None
    country: str | None = None
    role: str = ""
    """The office of those who meet, where the event is named by them: 'EC farm ministers'."""
    unlisted: bool = False
    """Whether nothing but its capitals shows that it is a name: it may be a gathering at home."""


@dataclass(slots=True)
class Speech:
    """A passage of direct speech: [start, end) of the words themselves, and who said them."""

    start: int
    end: int
    speaker: int | None = None
    label: str | None = None
    rule: str = ""


@dataclass(slots=True)
class TopicFound:
    """A subject named in the text."""

    code: str
    start: int
    end: int
    sentence: int

    @property
    def rule(self) -> str:
        """The rule that found it: the word list of its code."""
        return f"topic.{self.code}"


@dataclass(slots=True)
class OutcomeFound:
    """A result that a sentence reports."""

    type: str
    start: int
    end: int
    sentence: int
    rule: str
    count: int | None = None
    due: str | None = None
    sides: tuple[str, ...] = ()
    mutual: bool = False


@dataclass(slots=True)
class FigureFound:
    """A number that a sentence reports."""

    metric: str
    value: float
    unit: str
    qualifier: str | None
    period: str | None
    status: str | None
    start: int
    end: int
    sentence: int
    rule: str
    sides: tuple[str, ...] = ()


@dataclass(slots=True)
class Contact:
    """One contact, as one or several sentences report it. `hosts`, `guests`, `chairs` and `seated` (who sits beside
    those who met) are keys of entities within `parties`."""

    type: str
    status: str
    parties: list[int]
    sentence: int
    start: int
    end: int
    rule: str
    hosts: list[int] = field(default_factory=list)
    guests: list[int] = field(default_factory=list)
    chairs: list[int] = field(default_factory=list)
    seated: list[int] = field(default_factory=list)
    visit_kind: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    precision: str | None = None
    date_rank: int = 0
    city: str | None = None
    country: str | None = None
    venue: str | None = None
    place_span: Chars | None = None
    date_span: Chars | None = None
    parent: NamedEvent | None = None
    event: NamedEvent | None = None
    is_main: bool = False
    evidence: list[Chars] = field(default_factory=list)
    rules: dict[str, str] = field(default_factory=dict)
    topics: list[TopicFound] = field(default_factory=list)
    outcomes: list[OutcomeFound] = field(default_factory=list)
    figures: list[FigureFound] = field(default_factory=list)
    apart: bool = False
    earlier: bool = False
    confidence: float = 0.5


@dataclass(slots=True)
class Reading:
    """All that is known of one article while it is read.

    The Doc's text is the title, two newlines and the article's text; `offset` is where the text begins, so that an
    evidence span is a span of the Doc less `offset`. `today` is the day of writing at the place of the article's
    publisher, `home` the publisher's country, `written_at` the moment of publication where it has an hour. `printed` is
    the text before lost marks were put back, empty where none were.
    """

    language: str
    text: str = ""
    printed: str = ""
    offset: int = 0
    today: date | None = None
    home: str | None = None
    written_at: datetime | None = None
    scene: Scene | None = None
    dateline_day: date | None = None
    dateline_city: str | None = None
    dateline_country: str | None = None
    body_start: int = 0
    sentences: list[Sentence] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    groups: list[list[int]] = field(default_factory=list)
    group_roles: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)
    sites: list[SiteMention] = field(default_factory=list)
    titles: list[TitleMention] = field(default_factory=list)
    names: list[Chars] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    events: list[NamedEvent] = field(default_factory=list)
    speeches: list[Speech] = field(default_factory=list)
    marked: list[Chars] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    topics: list[TopicFound] = field(default_factory=list)
    outcomes: list[OutcomeFound] = field(default_factory=list)
    figures: list[FigureFound] = field(default_factory=list)

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds the character at `position`, None before the first."""
        index = bisect_right(self.sentences, position, key=lambda sentence: sentence.start) - 1
        return self.sentences[index] if index >= 0 else None

    def sides(self, sentence: Sentence) -> tuple[str, ...]:
        """The states and bodies that a sentence names, by persons, names, adjectives."""
        named: list[str | None] = []
        for unit in sentence.units:
            if unit.kind == "P":
                named.append(self.entities[unit.ref].side)
            elif unit.kind in ("C", "A"):
                named.append(self.countries[unit.ref])
            elif unit.kind == "O":
                named.append(self.organizations[unit.ref])
        return tuple(dict.fromkeys(side for side in named if side))

    def delegation(self, country: str | None, organization: str | None = None) -> int:
        """Key of the bare delegation of a state or body, made on first use."""
        for entity in self.entities:
            if entity.role == "delegation" and (entity.country, entity.organization) == (country, organization):
                return entity.key
        self.entities.append(
            Entity(
                len(self.entities), None, "delegation", country=country, organization=organization, rule="delegation"
            )
        )
        return len(self.entities) - 1


def reading(doc: Doc) -> Reading:
    """The reading of `doc`, made on first use (English, no title, no date) so that every pipe can be used alone."""
    if doc._.reading is None:
        doc._.reading = Reading(language=doc.lang_ or "en")
    found: Reading = doc._.reading
    if not found.text:
        # Doc.text joins all tokens on every call, and makes a Token of each
        strings = doc.vocab.strings
        found.text = "".join(strings[word] + " " * space for word, space in doc.to_array([ORTH, SPACY]).tolist())
    return found


if not Doc.has_extension("reading"):
    Doc.set_extension("reading", default=None)
