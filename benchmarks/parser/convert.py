"""CoNLL-U (also gzipped) to spaCy's DocBin, one Doc a sentence: `python convert.py OUT.spacy IN.conllu[.gz] …`.

Words of a multiword token ("do" + "n't") stay apart, as spaCy's own tokenizer has them.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

Row = list[str]
PLAIN = frozenset({"nsubj:outer", "nsubj:pass", "csubj:outer", "csubj:pass", "aux:pass", "acl:relcl", "nmod:poss",
                   "obl:agent", "compound:prt"})
"""The subtypes of relations that are kept; of all others only the relation itself."""


def lines(path: Path) -> Iterator[str]:
    """The lines of a plain or gzipped text in UTF-8."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    yield from text.split("\n")


def sentences(path: Path) -> Iterator[list[Row]]:
    """The token rows of each sentence, comments left out."""
    rows: list[Row] = []
    for line in lines(path):
        if not line:
            if rows:
                yield rows
            rows = []
        elif not line.startswith("#"):
            rows.append(line.split("\t"))
    if rows:
        yield rows


def relation(name: str) -> str:
    """The relation as it is learned."""
    return name if name in PLAIN else name.split(":")[0]


def doc(vocab: Vocab, rows: list[Row]) -> Doc:
    """One sentence as a Doc with tags, lemmas, parts of speech and its tree."""
    last_of: dict[int, Row] = {}
    inside: set[int] = set()
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            last_of[last] = row
            inside.update(range(first, last))
    words = [row for row in rows if row[0].isdigit()]
    spaces = []
    for row in words:
        number = int(row[0])
        spaces.append(number not in inside and "SpaceAfter=No" not in last_of.get(number, row)[9])
    return Doc(
        vocab,
        words=[row[1] for row in words],
        spaces=spaces,
        tags=[row[4] for row in words],
        pos=[row[3] for row in words],
        lemmas=[row[2] for row in words],
        heads=[int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(words)],
        deps=[relation(row[7]) if row[6] != "0" else "ROOT" for row in words],
        sent_starts=[i == 0 for i in range(len(words))],
    )


def main(out: str, *paths: str) -> None:
    """Writes the sentences of all `paths` to `out`."""
    vocab = spacy.blank("en").vocab
    made = DocBin(attrs=["ORTH", "SPACY", "TAG", "POS", "LEMMA", "HEAD", "DEP", "SENT_START"])
    for path in paths:
        for rows in sentences(Path(path)):
            made.add(doc(vocab, rows))
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    made.to_disk(out)
    print(f"{out}: {len(made)} sentences")


if __name__ == "__main__":
    main(*sys.argv[1:])
