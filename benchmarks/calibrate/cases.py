"""The records of the labelled sets: which signs they show, and whether they are right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from benchmarks.accuracy.confidence import is_right
from benchmarks.accuracy.sets import Sample
from benchmarks.calibrate.by_hand import by_hand
from extractors.summit import reader
from extractors.summit.assemble.pipe import body
from extractors.summit.confidence.signs import signs


@dataclass(frozen=True)
class Case:
    """A record of an article. `group` is the article, or the story that several agencies' articles tell: what one of
    them shows of the reader, the others show as well."""

    set: str
    group: str
    is_main: bool
    signs: dict[str, bool]
    right: bool
    by_hand: float


def cases(scorer: Any, samples: Iterable[Sample]) -> list[Case]:
    """A case for every record, main or background, that the reader gives for English samples, in their order."""
    english = reader("en")
    found: list[Case] = []
    # the confidence pipe is left out: it may not know yet what is fitted here
    with english.nlp.select_pipes(disable=["confidence"]):
        for sample in samples:
            doc = english.doc(sample.article)
            if doc is None:
                continue
            reading = doc._.reading
            events = [scorer.flatten(body(reading.text, reading, contact)) for contact in reading.contacts]
            pairs = scorer.match_events(sample.label["events"], events)
            for contact, event in zip(reading.contacts, events, strict=True):
                right = any(is_right(scorer, gold, event) for gold, given in pairs if given is event)
                found.append(
                    Case(
                        sample.set,
                        str(sample.label.get("story") or sample.id),
                        contact.is_main,
                        signs(reading, contact),
                        right,
                        by_hand(reading, contact),
                    )
                )
    return found
