"""When are two addresses one article's? The form under which the queue knows an address."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

MAX_LENGTH = 1000
"""Characters of an address or a guid that the queue's unique indexes hold (a B-tree row takes 2,700 bytes)."""

_TRACKING = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|yclid|dclid|msclkid|igshid|mc_cid|mc_eid|_openstat)", re.I
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~-._"


def canonical_url(url: str) -> str:
    """`url` without what does not change the page: fragment, tracking parameters, default port, case of the host.

    http and https are one address, and so are a path with and without its closing slash. The order of
    parameters is kept, since some sites read it. What cannot be taken apart comes back as it is.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return shortened(url.strip())
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not parts.hostname:
        return shortened(url.strip())
    host = parts.hostname.rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port not in _DEFAULT_PORTS.values():
        host = f"{host}:{port}"
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKING.fullmatch(name)]
    path = quote(parts.path, safe=_SAFE).rstrip("/") or "/"
    return shortened(urlunsplit(("https", host, path, urlencode(kept), "")))


def shortened(name: str) -> str:
    """`name`, or where it is longer than MAX_LENGTH its beginning and the SHA-256 of the whole."""
    if len(name.encode("utf-8", "surrogatepass")) <= MAX_LENGTH:
        return name
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{name[:MAX_LENGTH // 4]}…{digest}"
