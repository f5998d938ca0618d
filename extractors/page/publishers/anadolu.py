"""Anadolu, the news agency of Türkiye."""

from __future__ import annotations

from datetime import date

from extractors.page.publishers.base import Layout, Publisher, of_class


class Anadolu(Publisher):
    """Prints times of Istanbul without an offset, in its JSON-LD too."""

    hosts = ("aa.com.tr",)
    time_zone = "Europe/Istanbul"

    class V2026(Layout):
        """Utility classes; the text is the page's one block of prose, the standfirst a span beside the headline."""

        body = (
            f"//h1[{of_class('caustenBlack')}]/following-sibling::span[{of_class('lora')}] | "
            f"//div[{of_class('embed-responsive')} and {of_class('prose')}]"
        )
        title = f"//h1[{of_class('caustenBlack')}]"
        remove = (".embed",)

    class V2025(Layout):
        """The date line holds the day of publication before that of the last change."""

        valid_until = date(2025, 4, 5)
        body = f"//*[{of_class('detay-spot-category')}]/h4 | //div[{of_class('detay-icerik')}]"
        title = f"//*[{of_class('detay-spot-category')}]/h1"
        published = (f"//span[{of_class('tarih')}]",)
        remove = (".detay-benzerHaberler", ".detay-paylas", ".donotprint", ".detay-foto-editor")

    layouts = (V2026, V2025)
