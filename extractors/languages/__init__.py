"""What differs between languages, one package a language; the pipes ask for it by its ISO 639-1 code."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

LANGUAGES = ("en",)


class UnsupportedLanguage(ValueError):
    """An article in a language that no package here describes."""

    def __init__(self, language: str) -> None:
        super().__init__(f"no summits are read out of language {language!r} yet; supported: {', '.join(LANGUAGES)}")
        self.language = language


def words(text: str) -> frozenset[str]:
    """The words of `text`, which stands for a list too long to quote one by one."""
    return frozenset(text.split())


def part(language: str, name: str) -> ModuleType:
    """The module `name` (titles, calendar, contacts, …) of a language.

    Raises UnsupportedLanguage for a language without a package.
    """
    if language not in LANGUAGES:
        raise UnsupportedLanguage(language)
    return import_module(f"extractors.languages.{language}.{name}")
