"""Paragraphs that are the publisher speaking and not the article: read-also lines, captions, bylines, date lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
    # what a player or an embed says in its own place
    r"(?:watch|listen|photos|read|video|audio) \|.{0,160}",
    r"(?:an dieser stelle finden sie|ich bin damit einverstanden, dass mir .{0,20}extern).{0,400}",
    r"link zum .{0,20}inhalt",
    r"(?:recommended external content|empfohlener (?:externer|redaktioneller) inhalt|contenu externe)\b.{0,160}",
    # the page's own controls
    r"(?:share|tweet|print|e-?mail|copy link|comments?|advertisement|listen to article|follow us.{0,80}|save)\.?:?",
    r"(?:поделиться|бөлісу|реклама|teilen|anzeige|werbung|partager|publicité)\.?:?",
    # who worked on it, who printed it first, whom to write to
    r"[(\[*–—-]*\s?(?:additional )?reporting (?:and writing |and editing )?by\b.{0,300}",
    r"[(\[*–—-]*\s?(?:the )?(?:associated press|ap|afp|reuters)\b.{0,160}"
    r"\bcontributed to this (?:report|story|article).{0,20}",
    r"[(\[*–—-]*\s?(?:this (?:article|story|piece) (?:was|is) )?(?:originally|first) published (?:in|on|by)\b.{0,120}",
    r"this is a (?:breaking|developing) (?:news )?story\b.{0,120}|more (?:to follow|details (?:soon|to follow))\.{0,3}",
    r"follow along with\b.{0,100}",
    r"(?:redaktion|sendung|editor|producer|editing)\s?: .{0,100}|über dieses thema berichtet.{0,120}",
    r"with files from\b.{0,120}",
    r"for more (?:stories|news|articles)\b.{0,120}",
    r"click here (?:to|for)\b.{0,160}",
    r"(?:got|do you have) an? (?:story|tip|question)\b.{0,200}|get in touch\b.{0,60}\b(?:us|our)\b.{0,120}",
    r"(?:fehler gefunden|hat ihnen dieser artikel gefallen).{0,200}",
    r"opinions expressed (?:here|in this article )?\b.{0,200}",
    r"[\w.+-]+@[\w-]+\.[\w.-]+|[(（](?:责任)?(?:编辑|编审|记者)\s?[:：].{0,60}[)）]",
    # walls
    r"il vous reste [\d.,]+\s?% de cet article.{0,120}",
    r"(?:this|the rest of this) (?:article|content|story) is (?:only )?(?:for|reserved|available).{0,30}"
    r"subscribers.{0,80}",
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
# A promotion speaks of a channel, asks for something, and says "you" or "we"; news may do one or two of these
_CHANNEL: Final = re.compile(
    r"newsletter|whatsapp|telegram|google news|push[- ]?(?:alert|nachricht|notif)|e-?paper|podcast|facebook|instagram|"
    r"twitter|youtube|\bapp\b|\babo\b|подписк|рассылк|канал|\bарна(?:мыз\w*|ға|ны)?\b|spotify|preferred source|"
    r"membership|offres",
    re.I,
)
_ASKING: Final = re.compile(
    # at the start of a sentence: "we join our partners" on somebody's Telegram channel asks for nothing
    r"(?:^|[.!?|]\s*)(?:sign up|subscribe|join|follow|download|get|add|discover|support|stay|abonnez|"
    r"folgst du|folge[nr]?|melden sie|suivez|découvrez|inscrivez|suscríb\w*|síguenos|iscriviti|seguici|volg|följ|ikuti|"
    r"подпи(?:шитесь|сывайтесь)|следите|читайте нас|unterstützen sie)\b|"
    r"\b(?:sign(?:ing)? up|subscrib(?:e|ing)) (?:for|to) (?:our|the)\b|\b(?:follow|join) us\b|"
    r"\bfolg\w+ (?:sie |du )?uns\b|"
    r"\babonnier(?:e|en sie)\b|\b(?:жазылыңыз|қосылыңыз)\b|\bhier entlang\b|\bhier geht es\b|\bikuti\b",
    re.I,
)
_ADDRESSING: Final = re.compile(
    r"\b(?:you|your|our|us|sie|ihnen|ihre?r?|wir|uns|unser\w*|du|dein\w*|vous|nos|notre|vos|tu|nuestr\w+|nostr\w+|"
    r"нас|наш\w*|вас|біздің|din|vår\w*)\b",
    re.I,
)
_PROMOTION: Final = 350  # characters that a promotion has at most
_IS: Final = re.compile(
    r"[^.!?]{0,60}\b(?:is|are|was|has|covers|writes|works|reports|joined|ist|schreibt|arbeitet|leitet|berichtet|est|es|è|"
    r"är|er|является|пишет)\b"
)
_BYLINE: Final = re.compile(r"(?:by|von|par|por|di|av|door|autor:?|автор:?|text:)\s+[^.!?]{3,60}", re.I)
_DATED: Final = re.compile(
    r"(?:last )?(?:updated?|published|posted|modified|actualizado|publicado|aktualisiert|veröffentlicht|stand|heute|"
    r"uppdaterad|publicerad|oppdatert|publisert|opdateret|mis à jour|publié|aggiornato|pubblicato|обновлено|"
    r"опубликовано|жаңартылды|жарияланды)\b",
    re.I,
)
_ABOUT: Final = 400  # characters that an author's portrait has at most
_SENTENCE_ENDS: Final = (".", "!", "?", "…")


def is_boilerplate(text: str) -> bool:
    """A paragraph that is boilerplate wherever it stands."""
    return _BOILERPLATE.fullmatch(text) is not None or is_caption(text) or is_promotion(text)


def is_promotion(text: str) -> bool:
    """A short paragraph that asks the reader to follow or subscribe to something of the publisher's."""
    return (
        len(text) < _PROMOTION and _CHANNEL.search(text) is not None and _ASKING.search(text) is not None
        and _ADDRESSING.search(text) is not None and text[0] not in "\"“„«»‘'"
    )


def is_about(text: str, authors: Iterable[str]) -> bool:
    """A paragraph that presents one of the authors: "Jane Doe is the agency's correspondent in Brussels"."""
    if len(text) > _ABOUT:
        return False
    ends = (text.find(author) + len(author) for author in authors if " " in author and author in text)
    return any(_IS.match(text, end) for end in ends)


def is_caption(text: str) -> bool:
    """A short line that ends in a picture's credit and not in a full stop."""
    return len(text) < 400 and not text.endswith(_SENTENCE_ENDS) and _CAPTION.search(text) is not None


def is_preliminary(text: str) -> bool:
    """A date line ("Updated 6 October 2025, 14:05") or a byline, as they stand before a text."""
    if len(text) >= 90:
        return False
    if _DATED.match(text) and any(map(str.isdigit, text)):
        return True
    if text.endswith(_SENTENCE_ENDS):
        return False
    dated = sum(map(str.isdigit, text)) * 8 >= len(text) and parse_moment(text) is not None
    return dated or _BYLINE.fullmatch(text) is not None
