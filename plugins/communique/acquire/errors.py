"""What can go wrong between a publisher and the landing store, by name."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.acquire.landing import CaptureRef


class Reason(StrEnum):
    """Why a fetch failed; `RETRYABLE` says which of them may pass."""

    BAD_URL = "bad_url"
    DNS = "dns"
    FORBIDDEN_ADDRESS = "forbidden_address"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    TLS = "tls"
    TIMEOUT = "timeout"
    RESET = "reset"
    PROTOCOL = "protocol"
    TOO_LARGE = "too_large"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    DECODE = "decode"
    ROBOTS = "robots"
    ROBOTS_UNREACHABLE = "robots_unreachable"
    BUSY = "busy"
    CIRCUIT_OPEN = "circuit_open"
    STATUS_3XX = "status_3xx"
    STATUS_4XX = "status_4xx"
    STATUS_5XX = "status_5xx"


RETRYABLE = frozenset({
    Reason.DNS, Reason.REFUSED, Reason.UNREACHABLE, Reason.TLS, Reason.TIMEOUT, Reason.RESET, Reason.PROTOCOL,
    Reason.DECODE, Reason.ROBOTS_UNREACHABLE, Reason.BUSY, Reason.CIRCUIT_OPEN, Reason.STATUS_5XX,
})
"""Reasons that a later try may find gone; of the 4xx, only 408, 425 and 429 are retryable as well."""

NOT_ASKED = frozenset({Reason.BUSY, Reason.CIRCUIT_OPEN, Reason.ROBOTS_UNREACHABLE})
"""Reasons why an address was not even asked for, so that they say nothing about it and cost it no try."""


_SHOWN = 500


class Fault(Exception):
    """Something failed on one exchange, before it is known for which source; becomes a FetchError.

    `retry_after` is in how many seconds it may be tried again at the earliest, where that is known.
    """

    def __init__(self, reason: Reason, text: str, retry_after: float | None = None) -> None:
        self.reason = reason
        self.text = text
        self.retry_after = retry_after
        super().__init__(text)


class FetchError(Exception):
    """One address could not be fetched; the message names the source, the address, and what is wrong.

    `retryable` says whether a later try may succeed, `retry_after` in how many seconds the publisher or its
    politeness wants it at the earliest. `status` is the HTTP status where one came, `capture` where the answer
    (an error page, a body cut short) is kept.
    """

    def __init__(
        self,
        reason: Reason,
        text: str,
        *,
        source: str,
        url: str,
        retryable: bool | None = None,
        retry_after: float | None = None,
        status: int | None = None,
        capture: CaptureRef | None = None,
    ) -> None:
        self.reason = reason
        self.source = source
        self.url = url
        self.retryable = reason in RETRYABLE if retryable is None else retryable
        self.retry_after = retry_after
        self.status = status
        self.capture = capture
        shown = url if len(url) <= _SHOWN else f"{url[:_SHOWN]}… ({len(url):,} characters)"
        super().__init__(f"{source}: {shown}: {text}")

    @property
    def asked(self) -> bool:
        """Whether the address was asked for at all; False where its host had no turn for it."""
        return self.reason not in NOT_ASKED


class LandingError(Exception):
    """The landing store can't be written or read; the message names the file and what to do."""


class LandingFull(LandingError):
    """No room is left where responses are kept: the batch must stop, and what is kept is whole."""


class CaptureError(LandingError):
    """A kept response is missing, torn, or not what was written."""
