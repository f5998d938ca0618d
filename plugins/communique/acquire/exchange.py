"""One request and its response, as they went over the wire: what the client judges and the landing store keeps."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from communique.acquire.errors import Fault

Headers = tuple[tuple[str, str], ...]
"""Header fields in their order on the wire, names as they came; values as ISO-8859-1 text."""


def field(headers: Headers, name: str) -> str | None:
    """The value of a header, several of one name joined by a comma as RFC 9110 has it; None without one."""
    values = [value for key, value in headers if key.lower() == name]
    return ", ".join(values) if values else None


@dataclass(frozen=True, slots=True)
class Exchange:
    """A response, whole or as far as it came.

    `raw` is the body as received (chunking undone, content codings not), `body` the same decoded. `fault` is set
    when the body was cut short by us or by the network, or could not be decoded; `body` then holds as much as is
    sure (None: nothing). `truncated` is WARC's word for why `raw` is not whole (length, time, disconnect), else
    None. `address` is the IP address that answered, `started_at` is aware, UTC, `protocol` "http/1.1" or "h2".
    """

    url: str
    request_target: str
    request_headers: Headers
    status: int
    reason: str
    headers: Headers
    raw: bytes
    body: bytes | None
    started_at: datetime
    address: str
    protocol: str
    fault: Fault | None = None
    truncated: str | None = None

    @property
    def payload_sha256(self) -> str:
        """SHA-256 of the decoded body (of the body as received where it can't be decoded), in hexadecimal."""
        whole = self.raw if self.fault is not None or self.body is None else self.body
        return hashlib.sha256(whole).hexdigest()
