"""Holds Python processes that tests start to loopback; found through PYTHONPATH, see tests/conftest.py."""

import os

from loopback import FILE_VARIABLE, Loopback

Loopback(os.environ.get(FILE_VARIABLE)).install()
