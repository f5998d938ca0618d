"""Xinhua, the news agency of China (news.cn, earlier xinhuanet.com)."""

from __future__ import annotations

from datetime import date

from extractors.page.publishers.base import Layout, Publisher, of_class


class Xinhua(Publisher):
    """Prints times of Beijing to the second."""

    hosts = ("news.cn", "xinhuanet.com")
    time_zone = "Asia/Shanghai"

    class V2023(Layout):
        """One header for wide screens, one for telephones."""

        body = "//*[@id='detail']"
        title = f"//div[{of_class('head-line')}]/h1"
        published = (f"//div[{of_class('mheader')}]/div[{of_class('info')}]",)
        remove = ("#articleEdit", ".editor", ".tiyi1")

    class V2020(Layout):
        """The page of a single stream."""

        valid_until = date(2020, 2, 19)
        body = "//*[@id='p-detail']"
        title = f"//div[{of_class('h-title')}]"
        published = (f"//span[{of_class('h-time')}]",)
        remove = (".p-tags", ".zan-wap", ".p-jc")

    layouts = (V2023, V2020)
