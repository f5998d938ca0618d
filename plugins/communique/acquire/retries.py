"""What is tried again, when, and how often: by the class of the failure and by what the publisher asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import tenacity

from communique.acquire.errors import RETRYABLE, FetchError, Reason
from communique.acquire.exchange import Exchange, field

TRIES = 3
"""Tries of one address in a row; after that it is the queue's turn, minutes later."""

LONGEST_RETRY_AFTER = 24 * 3600.0
"""Seconds beyond which a Retry-After is not believed."""

PASSING_4XX = frozenset({408, 425, 429})
LASTING_5XX = frozenset({501, 505})

_BROKEN = tenacity.wait_random_exponential(multiplier=0.5, max=5)
_OVERLOADED = tenacity.wait_random_exponential(multiplier=2, max=10)
_WAITS: dict[Reason, tenacity.wait.wait_base] = {
    Reason.TIMEOUT: _BROKEN,
    Reason.RESET: _BROKEN,
    Reason.STATUS_4XX: _OVERLOADED,
    Reason.STATUS_5XX: _BROKEN,
}
"""What is tried again at once, and how long that waits: random from the first try on, so that workers that failed
together do not come back together. A name, a certificate or a refused connection does not mend within seconds."""

_SLOW_STATUS = frozenset({429, 503})


def retryable(reason: Reason, status: int | None) -> bool:
    """Whether a later try may succeed; `status` is the answer's, where one came."""
    if reason is Reason.STATUS_4XX:
        return status in PASSING_4XX
    if reason is Reason.STATUS_5XX:
        return status not in LASTING_5XX
    return reason in RETRYABLE


def retry_after(exchange: Exchange) -> float | None:
    """Seconds that a 429 or 503 asks us to wait (RFC 9110, 10.2.3), a day at most; None where it names none.

    Given in seconds or as a date, which is taken against the server's own Date where it sends one: its clock need
    not be right.
    """
    value = field(exchange.headers, "retry-after") if exchange.status in _SLOW_STATUS else None
    if value is None:
        return None
    try:
        if value.strip().isdigit():
            seconds = float(value)
        else:
            seconds = (_moment(value) - _server_time(exchange)) / timedelta(seconds=1)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER)


def retrying(deadline_seconds: float, before_next: Callable[[FetchError], None]) -> tenacity.Retrying:
    """Tries a fetch up to TRIES times while `deadline_seconds` last; `before_next` gets each error that is tried
    again, before the wait."""

    def told(state: tenacity.RetryCallState) -> None:
        error = _error(state)
        if error is not None:
            before_next(error)

    return tenacity.Retrying(
        stop=tenacity.stop_after_attempt(TRIES) | tenacity.stop_before_delay(deadline_seconds),
        wait=_wait,
        retry=tenacity.retry_if_exception(_worth_trying_at_once),
        before_sleep=told,
        reraise=True,
    )


def _worth_trying_at_once(error: BaseException) -> bool:
    return isinstance(error, FetchError) and error.retryable and error.reason in _WAITS


def _wait(state: tenacity.RetryCallState) -> float:
    """Seconds before the next try: random and growing, on top of what the publisher asked for."""
    error = _error(state)
    if error is None:
        return 0.0
    if error.retry_after is not None:
        return error.retry_after + _BROKEN(state)
    return _WAITS[error.reason](state)


def _error(state: tenacity.RetryCallState) -> FetchError | None:
    error = state.outcome.exception() if state.outcome is not None else None
    return error if isinstance(error, FetchError) else None


def _moment(value: str) -> datetime:
    moment = parsedate_to_datetime(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _server_time(exchange: Exchange) -> datetime:
    try:
        return _moment(field(exchange.headers, "date") or "")
    except (ValueError, OverflowError, TypeError, IndexError):
        return datetime.now(UTC)
