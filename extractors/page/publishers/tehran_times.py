"""Tehran Times (tehrantimes.com)."""

from __future__ import annotations

from extractors.page.publishers.base import Layout, Publisher, of_class


class TehranTimes(Publisher):
    """Prints times of Tehran, and those of UTC in its JSON-LD."""

    hosts = ("tehrantimes.com",)
    time_zone = "Asia/Tehran"

    class V2023(Layout):
        """The item's header with headline and date, then its body."""

        body = f"//*[{of_class('item-text')}]"
        title = f"//h2[{of_class('item-title')}]"
        remove = (".related-items", ".item-boxes")

    layouts = (V2023,)
