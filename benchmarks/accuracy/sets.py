"""The labelled articles and the scorer. What belongs to publishers lies beside the checkout and is no part of the
project; what was written for it stands under tests/."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractors.article import Article

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SETS = ("wire.en", "written.en", "stories", "seed.en", "wire2.en", "wire4.en", "agencies.en", "own.en",
        "own2.en")
"""The sets with English articles, the one that decides first."""
_WRITTEN_HERE = Path(__file__).resolve().parents[2] / "tests" / "extractors" / "articles"
_LABELLED_HERE = Path(__file__).resolve().parent / "labels"
_FILES = {
    # set: the file of its articles in the shared material, the folder of its labels
    "wire2.en": ("unlabelled.en", _LABELLED_HERE),
    "wire3.en": ("unlabelled.en", _LABELLED_HERE),
    "wire4.en": ("unlabelled.en", _LABELLED_HERE),
    "wire5.en": ("unlabelled.en", _LABELLED_HERE),
}
"""Sets whose labels stand here over articles of another file. They carry no statements: those are the articles'
words."""
Record = dict[str, Any]
Label = dict[str, Any]
Read = Callable[[Article], list[Record]]
_MARKS = re.compile(r'["“”„«»]')


class MaterialMissing(Exception):
    """A file of the shared material is not where it is looked for."""


@dataclass(frozen=True)
class Sample:
    """One labelled article with what a reader read out of it."""

    set: str
    article: Article
    label: Label
    records: list[Record] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The article's id, by which label and records are joined."""
        return self.article.key

    @property
    def half(self) -> str:
        """A or B: rules are made on A first, so that a gap between the two shows what was fitted to what was seen."""
        return half(self.id)

    @property
    def marked(self) -> bool:
        """Whether quotation marks stand in the text; some agencies and archives print direct speech without."""
        return len(_MARKS.findall(self.article.text)) > 1


def half(article_id: str) -> str:
    """A or B by the parity of the id's SHA-256, so that it never changes when articles are added."""
    return "AB"[hashlib.sha256(article_id.encode()).digest()[0] % 2]


def scorer(shared: Path) -> Any:
    """The contract's scorer as a module, loaded from `contract/score.py`; raises MaterialMissing."""
    path = _found(shared / "contract" / "score.py")
    spec = importlib.util.spec_from_file_location("contract_score", path)
    if spec is None or spec.loader is None:
        raise MaterialMissing(f"{path} cannot be loaded as a Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def samples(shared: Path, name: str) -> list[Sample]:
    """The English articles of a set with their labels, in file order, not yet read; raises MaterialMissing.

    Raises ValueError where an article has no label.
    """
    written_here = (_WRITTEN_HERE / f"{name}.jsonl").is_file()
    folder = _WRITTEN_HERE if written_here else shared / "dev"
    file, labelled = _FILES.get(name, (name, folder))
    labels = {label["id"]: label for label in lines(labelled / f"{name}.labels.jsonl")}
    articles = [Article.from_json(line) for line in lines(folder / f"{file}.jsonl")]
    if name in _FILES:
        articles = [article for article in articles if article.key in labels]
    bare = [article.key for article in articles if article.key not in labels]
    if bare:
        raise ValueError(f"{name}.labels.jsonl has no label for {', '.join(bare[:5])}")
    return [Sample(name, article, labels[article.key]) for article in articles if article.language == "en"]


def read_by(read: Read, of: Iterable[Sample]) -> list[Sample]:
    """The same samples with the records that `read` gives for them."""
    return [Sample(one.set, one.article, one.label, _scored(one.label, read(one.article))) for one in of]


def _scored(label: Label, records: list[Record]) -> list[Record]:
    """The records less what the label says nothing of."""
    if label.get("statements", []) is None:
        return [{**record, "statements": []} for record in records]
    return records


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file; raises MaterialMissing."""
    with _found(path).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def _found(path: Path) -> Path:
    if not path.is_file():
        raise MaterialMissing(
            f"{path} is not there. The labelled articles belong to their publishers and are not in the repository: "
            "put the folder `shared` beside the checkout, or name it with --shared PATH."
        )
    return path
