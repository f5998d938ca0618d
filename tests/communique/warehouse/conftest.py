"""The newsroom's fixtures, for the tests of the warehouse."""

from tests.communique.newsroom import cleared, conn, members, newsroom, shared

__all__ = ["cleared", "conn", "members", "newsroom", "shared"]
