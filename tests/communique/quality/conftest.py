"""The newsroom's fixtures, for the tests of its quality checks."""

from tests.communique.newsroom import cleared, conn, members, newsroom, shared

__all__ = ["cleared", "conn", "members", "newsroom", "shared"]
