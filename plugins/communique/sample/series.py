"""Articles to publish while someone watches: an endless, deterministic series of distinct contacts.

The n-th article is always about the same contact in the same words; only its dates follow the moment of
publication. The walk over pairs of leaders repeats no ordered pair within the first few hundred articles, and a figure
that grows with n keeps any two texts apart for ever.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from communique.sample.articles import SampleArticle, SampleError

ZONE = ZoneInfo("Asia/Almaty")


@dataclass(frozen=True, slots=True)
class Leader:
    """One who may meet another: name and surname as printed, office, country, its adjective and code, and the city
    where he receives."""

    name: str
    surname: str
    office: str
    country: str
    adjective: str
    code: str
    city: str


@dataclass(frozen=True, slots=True)
class Series:
    """The leaders and the templates of sources/sample/series.yml."""

    leaders: tuple[Leader, ...]
    templates: tuple[dict[str, Any], ...]

    @classmethod
    def load(cls, directory: Path) -> Series:
        """Read `directory`/series.yml. Raises SampleError, naming the file."""
        file = directory / "series.yml"
        try:
            values = yaml.safe_load(file.read_text(encoding="utf-8"))
            return cls(tuple(Leader(**leader) for leader in values["leaders"]), tuple(values["templates"]))
        except (OSError, KeyError, TypeError, yaml.YAMLError) as error:
            raise SampleError(f"{file}: {type(error).__name__}: {error}") from error

    @classmethod
    def of(cls, directory: Path) -> Series | None:
        """The series of the agency in `directory`; None where it has none. Raises SampleError, naming the file."""
        return cls.load(directory) if (directory / "series.yml").exists() else None

    def contact(self, number: int) -> tuple[dict[str, Any], Leader, Leader]:
        """The template and the two leaders (host first) of the article with this number, from 0."""
        count = len(self.leaders)
        # Round robin: each round pairs every leader with the one `step` places on
        step = number // count % (count - 1) + 1
        host = number % count
        template = self.templates[(number + number // count) % len(self.templates)]
        return template, self.leaders[host], self.leaders[(host + step) % count]

    def article(self, number: int, now: datetime) -> SampleArticle:
        """The article with this number, from 0, as published at `now` (aware)."""
        template, host, guest = self.contact(number)
        local = now.astimezone(ZONE)
        ahead = local + timedelta(days=21 + number % 14)
        words = {
            **{f"host_{name}": getattr(host, name) for name in Leader.__slots__},
            **{f"guest_{name}": getattr(guest, name) for name in Leader.__slots__},
            "city_upper": host.city.upper(),
            "today": f"{local:%B} {local.day}",
            "weekday": f"{local:%A}",
            "last_year": str(local.year - 1),
            "next_year": str(local.year + 1),
            "ahead": f"{ahead:%B} {ahead.day}",
            "turnover": f"{1.2 + number * 0.1:.1f}",
            "growth": str(3 + number % 40),
            "projects": str(11 + number),
        }
        return SampleArticle(
            slug=_slug(f"{local:%Y%m%d} {number + 1:04d} {template['kind']} {host.surname} {guest.surname}"),
            title=template["title"].format_map(words),
            published_at=now.astimezone(ZONE).replace(microsecond=0),
            section="Politics",
            paragraphs=tuple(" ".join(paragraph.split()).format_map(words) for paragraph in template["paragraphs"]),
            caption="Photo: Saryarqa archive",
        )


def _slug(words: str) -> str:
    """Lower-case ASCII with hyphens."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii")
    return bare.lower().replace(" ", "-")
