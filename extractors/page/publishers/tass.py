"""TASS, the Russian news agency."""

from __future__ import annotations

from datetime import date

from extractors.page.publishers.base import Layout, Publisher, of_class


class Tass(Publisher):
    """Prints times of Moscow; its JSON-LD names them with their offset, so no date is selected here."""

    hosts = ("tass.ru", "tass.com")
    time_zone = "Europe/Moscow"

    class V2020(Layout):
        """The standfirst in the header, the text in blocks."""

        valid_until = date(2020, 6, 29)
        body = (
            f"//div[{of_class('news-header__lead')}] | "
            f"//div[{of_class('text-content')}]/div[{of_class('text-block')}]"
        )
        title = f"//h1[{of_class('news-header__title')}]"
        remove = (".text-include", ".news-media")

    layouts = (V2020,)
