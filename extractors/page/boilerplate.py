"""Paragraphs that are the publisher speaking and not the article: read-also lines, captions, bylines, date lines."""

from __future__ import annotations

import re
from typing import Final

from extractors.page.dates import parse_moment

# A whole paragraph of one of these
_LINES: Final = (
    # other articles
    r"(?:read|see) (?:also|more|next|this too)\b.{0,160}",
    r"also read\b.{0,160}",
    r"related(?: (?:news|articles?|stories|topics?|content))?:?",
    r"more on (?:this|the) (?:topic|story).{0,80}",
    r"читайте (?:также|ещё|еще)\b.{0,160}",
    r"(?:по теме|новости по теме|смотрите также)\b.{0,120}",
    r"(?:сондай-ақ|тағы да) оқыңыз.{0,160}",
    r"(?:lesen sie (?:auch|mehr)|leggi anche|lea también|lees ook|mehr zum thema).{0,160}",
    r"(?:à lire aussi|lire aussi|lisez aussi|voir aussi).{0,160}",
    # pictures
    r"(?:photos?|image|picture|video|foto|bild|фото|видео|сурет)(?: credits?| by| courtesy)?\s?[:©/|].{0,160}",
    r"©.{0,120}",
    # the page's own controls
    r"(?:share|tweet|print|e-?mail|copy link|comments?|advertisement|listen to article|follow us.{0,80}|save)\.?:?",
    r"(?:поделиться|бөлісу|реклама|teilen|anzeige|werbung|partager|publicité)\.?:?",
    # newsletters and channels
    r"(?:subscribe|sign up|join|follow|подпишитесь|подписывайтесь|жазылыңыз)\b.{0,140}"
    r"(?:newsletter|telegram|whatsapp|channel|inbox|google news|facebook|twitter|instagram|viber|канал).{0,80}",
    # ends
    r"all rights reserved.{0,80}",
    r"copyright\b.{0,100}",
    r"(?:tags|теги|тегтер|topics|themen)\s?:.{0,200}",
    r"[(\[]?(?:end|ends)[)\]]|-{1,3}0-{1,3}",
)
_BOILERPLATE: Final = re.compile(rf"(?:{'|'.join(_LINES)})", re.I)
_CAPTION: Final = re.compile(
    r"(?:\b(?:bildrechte|fotos?(?:\(s\))?|photos?|photograph|image|bild|picture|credit|фото|quelle|source)\s?[:/©]|©|"
    r"\(AP Photo/|\bgetty images|/\s?(?:dpa|afp|ap|reuters|epa|efe)\b).{0,80}$",
    re.I,
)
_BYLINE: Final = re.compile(r"(?:by|von|par|por|di|av|door|autor:?|автор:?|text:)\s+[^.!?]{3,60}", re.I)
_SENTENCE_ENDS: Final = (".", "!", "?", "…")


def is_boilerplate(text: str) -> bool:
    """A paragraph that is boilerplate wherever it stands."""
    return _BOILERPLATE.fullmatch(text) is not None or is_caption(text)


def is_caption(text: str) -> bool:
    """A short line that ends in a picture's credit and not in a full stop."""
    return len(text) < 250 and not text.endswith(_SENTENCE_ENDS) and _CAPTION.search(text) is not None


def is_preliminary(text: str) -> bool:
    """A date line ("Updated 6 October 2025, 14:05") or a byline, as they stand before a text."""
    if len(text) >= 90 or text.endswith(_SENTENCE_ENDS):
        return False
    dated = sum(map(str.isdigit, text)) * 8 >= len(text) and parse_moment(text) is not None
    return dated or _BYLINE.fullmatch(text) is not None
