"""Settings that reach further than the value they hold."""

from __future__ import annotations

from collections import Counter

import pytest
from communique.pipeline import _records
from communique.settings import Settings

from extractors.article import Article
from extractors.summit.syntax.pipe import NoParser


def test_without_a_model_the_rules_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMMUNIQUE_SPACY_MODEL", raising=False)
    assert Settings().spacy_model == ""


def test_the_model_named_in_the_environment_is_the_reader_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_SPACY_MODEL", "a_model_nobody_installed")
    article = Article(text="The foreign ministers of Chile and Peru met in Lima.", id="a-1")
    with pytest.raises(NoParser, match="a_model_nobody_installed"):
        list(_records([article], Counter(), Settings().spacy_model))
