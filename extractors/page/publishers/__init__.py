"""Publishers whose pages are known; one module each. To add one, write its class and name it in PUBLISHERS."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from extractors.page.publishers.anadolu import Anadolu
from extractors.page.publishers.base import Layout, Publisher
from extractors.page.publishers.kazinform import Kazinform
from extractors.page.publishers.mfa_belarus import MfaBelarus
from extractors.page.publishers.mfa_malaysia import MfaMalaysia
from extractors.page.publishers.tass import Tass
from extractors.page.publishers.tehran_times import TehranTimes
from extractors.page.publishers.ukrinform import Ukrinform
from extractors.page.publishers.xinhua import Xinhua
from extractors.page.publishers.yonhap import Yonhap

__all__ = ["PUBLISHERS", "Layout", "Publisher", "of_address"]

PUBLISHERS: Final[tuple[type[Publisher], ...]] = (
    Anadolu, Kazinform, MfaBelarus, MfaMalaysia, Tass, TehranTimes, Ukrinform, Xinhua, Yonhap,
)
_BY_HOST: Final = {host: publisher for publisher in PUBLISHERS for host in publisher.hosts}


def of_address(url: str) -> type[Publisher] | None:
    """The publisher that an address belongs to, by the end of its host; None for one that is not known."""
    try:
        labels = (urlsplit(url).hostname or "").split(".")
    except ValueError:
        return None
    ends = (".".join(labels[place:]) for place in range(len(labels)))
    return next((_BY_HOST[end] for end in ends if end in _BY_HOST), None)
