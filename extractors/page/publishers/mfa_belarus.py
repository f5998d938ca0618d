"""The Ministry of Foreign Affairs of Belarus (mfa.gov.by)."""

from __future__ import annotations

from extractors.page.publishers.base import Layout, Publisher, of_class


class MfaBelarus(Publisher):
    """Statements carry their day as their last paragraph or in the headline, nowhere else."""

    hosts = ("mfa.gov.by",)
    time_zone = "Europe/Minsk"

    class V2021(Layout):
        """Paragraphs directly in the section, after the headline."""

        body = f"//section[{of_class('content-page')}]"
        title = f"//section[{of_class('content-page')}]/h1"
        published = (
            f"(//section[{of_class('content-page')}]/p[normalize-space()])[last()]",
            f"//section[{of_class('content-page')}]/h1",
        )
        remove = ("h1", ".breadcrumbs", ".social-share")

    layouts = (V2021,)
