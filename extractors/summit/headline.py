"""Headlines in capitals made to read like sentences."""

from __future__ import annotations

import re
from functools import cache

from extractors.languages import words
from extractors.lexicon import world

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SHOUTED_HEAD = re.compile(r"^[A-ZÀ-Þ .’'-]{4,60}:", re.MULTILINE)
_LOW = words("""
    meets meet met holds hold held talks talk visit visits meeting summit call calls speaks speak with to and for on
    in of at by from the a an as after over host hosts receives receive signs sign agree agrees discuss discusses
    leader leaders president presidents minister ministers foreign prime trilateral bilateral takes place telephone
    conversation conversations readout statement joint secretary deputy assistant state phone arrives arrive cancels
    cancel postpones postponed first treaty border trade visit's official working talks' session attends attend
    opens open ends says say will sends congratulates congratulations letter telegram welcomes welcome invites
    arrival ceremony availability press conference conferences session remarks statements toasts dinner lunch luncheon
    breakfast banquet signing reception upon prior expanded opening closing virtual top
    invite concludes conclude completes complete wraps departs depart announces announce previewing preview previews
    upcoming joins participates participate delivers deliver leads lead
    travel travels trip delegation its his their regarding between during ahead before""")


def evened(title: str | None, text: str) -> str:
    """`title` with its words in the case the text gives them, where all or nearly all of them begin with a capital.

    The length stays the same. Empty where there is no title.
    """
    if not title:
        return ""
    title = title.replace("\n", " ")
    found = _WORD.findall(title)
    long = [word for word in found if len(word) > 3]
    if not long:
        return title
    capital = sum(word[0].isupper() for word in long)
    shouted = sum(word.isupper() for word in long) > len(long) / 2
    if not shouted and capital < 0.75 * len(long):
        return title
    # the heads of a transcript ("PRESIDENT CRUZ:") shout every name
    seen = {form for word in _WORD.findall(_SHOUTED_HEAD.sub("", text)) for form in (word, word.rstrip(".-'’"))}
    low_seen = {word for word in seen if word.islower()}
    by_low = {
        word.lower(): word for word in sorted(seen) if word[0].isupper() and not (word.isupper() and len(word) > 4)
    }

    def even(match: re.Match[str]) -> str:
        word = match.group()
        low = word.lower()
        if low == word and not shouted:
            # a small word among capitals is small on purpose, however the text may shout it
            return word
        for suffix in ("", "'s", "’s", "'S"):
            base = low.removesuffix(suffix.lower()) if suffix else low
            if suffix and base == low:
                continue
            tail = word[len(base) :].lower()
            if base in _LOW or (base in low_seen and base not in by_low):
                new = base + tail
            elif base in by_low and (shouted or base not in low_seen):
                new = by_low[base] + tail
            else:
                continue
            return new if len(new) == len(word) else word
        if shouted:
            # a name stands in the text as well; what is only here is a common word
            return low if len(low) == len(word) else word
        return word

    even_title = _WORD.sub(even, title)
    if shouted:
        for match in _lands().finditer(title):
            # a state or capital that only the title names
            even_title = even_title[: match.start()] + _lands_by_capitals()[match.group()] + even_title[match.end() :]
    return even_title


@cache
def _lands_by_capitals() -> dict[str, str]:
    """Names of states and capitals, and adjectives of states, by how a title in capitals writes them."""
    capitals = [country.capital for country in world.countries().values() if country.capital]
    names = [*world.country_names(), *world.country_adjectives(), *capitals]
    loud = {name.upper(): name for name in names if len(name) > 3}
    return {upper: name for upper, name in loud.items() if upper != name and len(upper) == len(name)}


@cache
def _lands() -> re.Pattern[str]:
    names = sorted(_lands_by_capitals(), key=len, reverse=True)
    return re.compile(r"(?<![\w.-])(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
