"""Ukrinform, the news agency of Ukraine."""

from __future__ import annotations

from datetime import date

from extractors.page.publishers.base import Layout, Publisher, of_class


class Ukrinform(Publisher):
    """Prints times of Kyiv."""

    hosts = ("ukrinform.ru", "ukrinform.ua", "ukrinform.net")
    time_zone = "Europe/Kyiv"

    class V2020(Layout):
        """The standfirst in its own box at the top of the text."""

        valid_until = date(2020, 9, 20)
        body = f"//div[{of_class('newsText')}]"
        title = f"//h1[{of_class('newsTitle')}]"
        published = (f"//*[{of_class('newsDate')}]/time",)
        remove = (".readMore", ".subscribe", "aside")

    layouts = (V2020,)
