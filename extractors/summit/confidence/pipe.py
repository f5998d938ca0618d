"""Confidence of each contact: the share of records with the same signs that are right on the development set."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.summit.confidence.calibration import Calibration, shipped
from extractors.summit.confidence.signs import signs
from extractors.summit.reading import reading


class Confidence:
    """Sets `confidence` of every contact, by the calibration that ships unless another is given."""

    def __init__(self, calibration: Calibration | None = None) -> None:
        self.calibration = calibration

    def __call__(self, doc: Doc) -> Doc:
        found = reading(doc)
        # not before the first article: a reader must come up without the calibration that it helps to fit
        calibration = self.calibration or shipped()
        for contact in found.contacts:
            contact.confidence = calibration.confidence(signs(found, contact))
        return doc


@Language.factory("communique_confidence", assigns=["doc._.reading"])
def make(nlp: Language, name: str) -> Confidence:
    """The confidence pipe with the calibration that ships."""
    return Confidence()
