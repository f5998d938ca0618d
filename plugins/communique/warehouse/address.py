"""When are two addresses one article's? The form under which the queue knows an address."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

MAX_LENGTH = 1000
"""Characters of an address or a guid that the queue's unique indexes hold (a B-tree row takes 2,700 bytes)."""

_TRACKING = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|at_\w+|ns_\w+|wt_\w+|hsa_\w+|oly_\w+|vero_\w+|fbclid|gclid|gclsrc|gbraid|wbraid|yclid"
    r"|dclid|msclkid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_openstat|_ga|_gl|_hsenc|_hsmi|cmpid|ncid|xtor|mkt_tok"
    r"|fb_action_ids|fb_action_types|fb_source|spm)", re.I
)
# Parameters that choose another dress of the same page, and the values with which they do
_DRESS = {
    "amp": {"", "1", "true", "yes"}, "outputtype": {"amp"}, "output": {"amp", "print"},
    "print": {"", "1", "y", "yes", "true"}, "printable": {"", "1", "yes", "true"},
    "view": {"amp", "print", "mobile"}, "mode": {"amp", "print", "mobile"},
    "mobile": {"", "1", "true"}, "version": {"print", "mobile", "amp"},
}
_TWIN_HOST = re.compile(r"^(?:(?:www\d?|m|mobile|amp|wap|touch|print)\.)+(?=[^.]+\.)")
_TWIN_START = re.compile(r"^(?:/(?:amp|print|mobile))+(?=/.)", re.I)
_TWIN_END = re.compile(r"(?:/+(?:amp|print|printable|index\.(?:html?|php))/*|\.amp)$|\.(?:amp|print)(?=\.html?$)", re.I)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~-._"


def canonical_url(url: str) -> str:
    """`url` without what does not change the article: the form by which two addresses of one source are compared.

    Left out are the fragment, tracking parameters, the default port, the case of the host, and what leads to a twin
    of the page: its AMP, mobile or print version (`m.`, `amp.`, `/amp`, `?print=1`) and `www.`. http and https are one
    address, and so are a path with and without its closing slash. The order of parameters is kept, since some sites
    read it. The form is for comparing, never for fetching. What cannot be taken apart comes back as it is.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return shortened(url.strip())
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not parts.hostname:
        return shortened(url.strip())
    host = site(parts.hostname)
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port not in _DEFAULT_PORTS.values():
        host = f"{host}:{port}"
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKING.fullmatch(name) and value.lower() not in _DRESS.get(name.lower(), ())]
    path = _without(_TWIN_END, _without(_TWIN_START, quote(parts.path, safe=_SAFE))).rstrip("/") or "/"
    return shortened(urlunsplit(("https", host, path, urlencode(kept), "")))


def site(host: str) -> str:
    """A host without the label of a twin (`www.`, `m.`, `amp.`); a host of two labels is left whole."""
    return _TWIN_HOST.sub("", host.lower().rstrip("."))


def article_url(fetched: str, declared: str | None) -> str:
    """The address that stands for an article: what its page declares as canonical, if that can be true, else `fetched`.

    A canonical address that names another site is that of whoever wrote the text first, and one that names the front
    page is a mistake that many sites make on every page; neither may make two articles one.
    """
    if not declared:
        return fetched
    try:
        theirs, ours = urlsplit(declared), urlsplit(fetched)
        near = site(theirs.hostname or "") == site(ours.hostname or "")
    except ValueError:
        return fetched
    front = not theirs.path.strip("/") and not theirs.query
    return fetched if not near or (front and ours.path.strip("/")) else declared


def _without(twin: re.Pattern[str], path: str) -> str:
    while (shorter := twin.sub("", path.rstrip("/"))) != path:
        path = shorter
    return path


def shortened(name: str) -> str:
    """`name`, or where it is longer than MAX_LENGTH its beginning and the SHA-256 of the whole."""
    if len(name.encode("utf-8", "surrogatepass")) <= MAX_LENGTH:
        return name
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{name[:MAX_LENGTH // 4]}…{digest}"
