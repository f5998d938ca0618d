"""Marks that a feed has lost: where each stood there is a space ('aware of,  Davis said', 'don t').

They are put back before anything reads the text, each in the place of its own space, so that offsets stay the same.
A space too many may also be a dash, the apostrophe of a plural or nothing; which of them marks speech is the reading
of the whole that costs least.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.languages import part

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)|(?<=[\w.!?]) (?=[.,;?!](?:\s|$))|(?<=[\w.,!?]) ?$")
_MARK = re.compile("[\"'“”’‘«»`]")
_ENDS = ".!?"
_LONGEST = 1600
_WITHIN = 14
"""How many gaps a passage spans at most, so that the time stays linear in the text."""
_MOST = 1.0
"""What the words within a passage add at most."""
_FEW_GAPS, _DENSE = 40, 25
_DASH = 3
_FEW_WORDS = 5
_MANY_WORDS = 50
_SENTENCE = re.compile(r"\w{2}[.!?] +[A-Z]")


@dataclass(frozen=True)
class Patterns:
    """`apostrophe` finds the space of a lost apostrophe; `after` and `before` find a verb of saying with its subject
    beside a passage, `day` the words of a report, `own` words of one who speaks, `told` an attribution, which stands
    in no passage."""

    apostrophe: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    day: re.Pattern[str]
    own: re.Pattern[str]
    told: re.Pattern[str]


@cache
def patterns(language: str) -> Patterns:
    """The patterns of a language."""
    layout, say = part(language, "layout"), part(language, "quotes").SAY
    saying = part(language, "quotes").SAYING
    return Patterns(
        re.compile(layout.LOST_APOSTROPHE),
        re.compile(
            rf"(?:{layout.SUBJECT}(?:[^.,;]|\.(?=\w)|,(?= )){{0,120}}?\b(?:{say}|quoted|cited)\b|(?:as )?{say} )"
        ),
        re.compile(rf"\b(?:{say}|{saying})\b[^.!?]{{0,90}}[,:]?$"),
        re.compile(layout.WEEKDAY),
        re.compile(layout.FIRST_PERSON),
        re.compile(rf", {layout.SUBJECT}(?: [a-z]+){{0,3}} {say}\b|, {say} {layout.SUBJECT}"),
    )


def with_marks(text: str, language: str) -> str:
    """`text` with the marks of speech and the apostrophes that it has lost; as it is where it has any of them."""
    if _MARK.search(text):
        return text
    use = patterns(language)
    evened = use.apostrophe.sub("’", text)
    gaps = list(_GAP.finditer(evened))
    if len(gaps) > _FEW_GAPS and len(gaps) * _DENSE > len(text):
        # columns or justified lines
        return evened
    if evened == text and not any(_attributed(evened, gap, use) for gap in gaps):
        return text
    letters = list(evened)
    for opens, closes in _passages(evened, gaps, use):
        letters[opens.end() - 1] = "“"
        if closes.start() < len(letters):
            letters[closes.start()] = "”"
    for gap in gaps:
        start, end = gap.span()
        plural = end < len(evened) and evened[start - 1] == "s" and evened[end].islower()
        if plural and letters[start:end] == [" ", " "]:
            letters[start] = "’"
    return "".join(letters)


def _attributed(text: str, gap: re.Match[str], use: Patterns) -> bool:
    return text[gap.start() - 1] in ",?!" and use.after.match(text, gap.end()) is not None


def _passages(text: str, gaps: list[re.Match[str]], use: Patterns) -> list[tuple[re.Match[str], re.Match[str]]]:
    """The pairs of gaps between which somebody speaks, so that all gaps together are explained best."""
    count = len(gaps)
    stray = [0.0]
    for gap in gaps:
        stray.append(stray[-1] + _stray(text, gap))
    opening = [_opening(text, gap, use) for gap in gaps]
    closing = [_closing(text, gap, use) for gap in gaps]
    # a wide gap may close one passage and open the next
    again = [j if gap.end() - gap.start() >= _DASH and opening[j] is not None else j + 1 for j, gap in enumerate(gaps)]
    best = [0.0] * (count + 1)
    step: list[int | None] = [None] * count
    # best[i]: the worth of the best reading of the gaps from i on, none of them within a passage begun before
    for i in range(count - 1, -1, -1):
        best[i] = best[i + 1] - (stray[i + 1] - stray[i])
        begin = opening[i]
        if begin is None:
            continue
        goes_on = i > 0 and _goes_on(text, gaps[i - 1], gaps[i], use)
        for j in range(i + 1, min(count, i + _WITHIN)):
            if gaps[j].start() - gaps[i].end() > _LONGEST:
                break
            end = closing[j]
            if end is None:
                continue
            if begin + end - (stray[j] - stray[i + 1]) + _MOST + best[again[j]] <= best[i]:
                continue
            worth = begin + end - (stray[j] - stray[i + 1]) + _inner(text, gaps[i], gaps[j], goes_on, use)
            if worth + best[again[j]] > best[i]:
                best[i], step[i] = worth + best[again[j]], j
    pairs, i = [], 0
    while i < count:
        closes = step[i]
        if closes is None:
            i += 1
            continue
        pairs.append((gaps[i], gaps[closes]))
        i = again[closes] if again[closes] > closes or step[closes] is not None else closes + 1
    return pairs


def _stray(text: str, gap: re.Match[str]) -> float:
    """What it costs to take a gap for no mark of speech."""
    before, wide = text[gap.start() - 1], gap.end() - gap.start()
    if gap.end() == len(text):
        return 0.0
    if wide == 1:
        return 0.8
    if before in ",:":
        return 0.9
    if before in _ENDS:
        return 0.6 if wide < _DASH else 0.4
    if wide >= _DASH:
        return 0.1
    return 0.2 if before == "s" else 0.5


def _opening(text: str, gap: re.Match[str], use: Patterns) -> float | None:
    """How well a gap opens a passage; None where it cannot."""
    if gap.end() - gap.start() < 2 or gap.end() >= len(text):
        return None
    before = text[gap.start() - 1]
    if _dash(text, gap):
        return -1.0
    if before in ",:" or before.isalnum():
        said = use.before.search(text, max(0, gap.start() - 120), gap.start()) is not None
        return (
            (1.0 if said else 0.0)
            + (0.6 if before in ",:" and said else 0.0)
            - (0.6 if before == "," else 0.0)
            - (0.4 if before == "s" and not said else 0.0)
        )
    return 0.5 if text[gap.end()].isupper() or text[gap.end()].isdigit() else -0.4


def _closing(text: str, gap: re.Match[str], use: Patterns) -> float | None:
    """How well a gap closes a passage; None where it cannot."""
    before = text[gap.start() - 1]
    if gap.end() == len(text):
        return 0.5
    if _dash(text, gap):
        return -1.0
    if gap.end() - gap.start() == 1:
        return 0.6 if before.isalnum() else 0.2
    if before == ":":
        return None
    if before in ",?!" and use.after.match(text, gap.end()):
        return 2.0
    if before in _ENDS:
        return 0.5 if text[gap.end()].isupper() or text[gap.end()].isdigit() else -0.4
    return -0.5 if before == "," else 0.0


def _dash(text: str, gap: re.Match[str]) -> bool:
    """Whether a gap is as wide as the dash that it was: 'the ruling party   over what'."""
    return gap.end() - gap.start() == _DASH and text[gap.start() - 1].isalnum() and text[gap.end()].islower()


def _goes_on(text: str, closes: re.Match[str], opens: re.Match[str], use: Patterns) -> bool:
    """Whether between two gaps stands nothing but an attribution: ',  he said.  And'."""
    return _attributed(text, closes, use) and not _SENTENCE.search(text, closes.end(), opens.start())


def _inner(text: str, opens: re.Match[str], closes: re.Match[str], goes_on: bool, use: Patterns) -> float:
    """How like speech the words between two gaps are."""
    words = text[opens.end() : closes.start()]
    count = words.count(" ") + 1
    own = use.own.search(words) is not None
    worth = 0.5 if own else 0.0
    alone = text[opens.start() - 1] in _ENDS and not use.after.match(text, closes.end())
    if alone and (not own or use.day.search(words)):
        # nothing shows that whole sentences are speech but the attribution that they go on after
        worth += 0.2 if goes_on else -2.6
    told = len(use.told.findall(words))
    worth -= 1.5 * told
    worth -= max(0, count - _MANY_WORDS) / _MANY_WORDS
    before, after = text[opens.start() - 1], text[closes.start() - 1]
    said = use.before.search(text, max(0, opens.start() - 120), opens.start()) is not None
    sentences = len(_SENTENCE.findall(words))
    if before.isalnum() and (sentences or after in _ENDS) and words[:1].islower():
        # a few words quoted within a sentence end in it
        worth -= 1.5 * sentences
    if before in _ENDS and after.isalnum():
        # whole sentences end with a full stop within the marks
        worth -= 1.5
    if before.isalnum() and after.isalnum():
        # a word or two held up for show
        worth += 0.3 if count < _FEW_WORDS else -1.0 if count > _FEW_WORDS * 4 else 0.0
    elif before.isalnum() and after in _ENDS and count > _FEW_WORDS and not said:
        worth -= 0.4
    return worth
