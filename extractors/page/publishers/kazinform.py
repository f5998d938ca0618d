"""Kazinform, the news agency of Kazakhstan (inform.kz; since 2024 Qazinform)."""

from __future__ import annotations

from datetime import date

from extractors.page.publishers.base import Layout, Publisher, of_class


class Kazinform(Publisher):
    """Prints times of Astana, after the text "передает МИА «Казинформ»" as a linked word of the first sentence."""

    hosts = ("inform.kz",)
    time_zone = "Asia/Almaty"

    class V2020(Layout):
        """A date line in words above the headline; the text in one container."""

        valid_until = date(2020, 12, 1)
        body = f"//div[{of_class('article_news_body')}]"
        title = f"//div[{of_class('article_title')}]/h1"
        published = (f"//div[{of_class('date_public_art')}]",)
        remove = (".lenta_news_block", ".article_tags", ".share_block")

    layouts = (V2020,)
