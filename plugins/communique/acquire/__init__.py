"""Acquisition: from an address to a response kept whole, politely and unharmed by whatever the other side sends."""

from __future__ import annotations

from communique.acquire.client import Fetcher, Response, Validators
from communique.acquire.errors import CaptureError, FetchError, LandingError, LandingFull, Reason
from communique.acquire.landing import CaptureRef, Landing, LandingWriter, StoredCapture

__all__ = [
    "CaptureError", "CaptureRef", "FetchError", "Fetcher", "Landing", "LandingError", "LandingFull",
    "LandingWriter", "Reason", "Response", "StoredCapture", "Validators",
]
