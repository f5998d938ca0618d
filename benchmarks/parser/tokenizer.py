"""The reader's tokenizer, for training: English with one more place to cut ("U.S.-Turkey" is two states)."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, registry


@registry.callbacks("communique.infix.v1")  # type: ignore[untyped-decorator]
def infix() -> Callable[[Language], None]:
    """Sets the infixes before training begins; they are saved with the model."""

    def change(nlp: Language) -> None:
        infixes = [*(nlp.Defaults.infixes or ()), r"(?<=\.)[-–](?=[A-Za-z])"]
        cast("Tokenizer", nlp.tokenizer).infix_finditer = compile_infix_regex(infixes).finditer

    return change
