"""Wisma Putra, the Ministry of Foreign Affairs of Malaysia (kln.gov.my)."""

from __future__ import annotations

from datetime import date

from extractors.page.publishers.base import Layout, Publisher, of_class


class MfaMalaysia(Publisher):
    """Press releases are typed into one article of a portal: headline, text, place and day are paragraphs alike."""

    hosts = ("kln.gov.my",)
    time_zone = "Asia/Kuala_Lumpur"

    class V2022(Layout):
        """The headline stands alone in the browser's bar, before the names of the list and of the portal."""

        valid_until = date(2022, 1, 25)
        body = f"//div[{of_class('journal-content-article')}]"
        title = "substring-before((//title)[1], ' - Press Releases')"
        published = (f"(//div[{of_class('journal-content-article')}]//p[normalize-space()])[last()]",)

    layouts = (V2022,)
