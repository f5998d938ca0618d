"""Yonhap, the news agency of South Korea."""

from __future__ import annotations

from datetime import date

from extractors.page.publishers.base import Layout, Publisher, of_class


class Yonhap(Publisher):
    """Prints times of Seoul; its JSON-LD names them with their offset."""

    hosts = ("yna.co.kr",)
    time_zone = "Asia/Seoul"

    class V2019(Layout):
        """The text is an article within the view's article."""

        valid_until = date(2019, 8, 20)
        body = f"//article[{of_class('story-news')}]"
        title = f"//header[{of_class('title-article01')}]/h1"

    layouts = (V2019,)
