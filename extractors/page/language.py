"""Which language is this text in? Told by letters first, then by function words."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000

# Letters that one Cyrillic alphabet has and its neighbours lack
_KAZAKH: Final = frozenset("әғқұіһ")
_KYRGYZ: Final = frozenset("ңөү")  # Kazakh has them too: they tell Kyrgyz only where the Kazakh ones are missing
_TAJIK: Final = frozenset("ҷҳӣӯ")
_UKRAINIAN: Final = frozenset("їєґ")
_BELARUSIAN: Final = frozenset("ў")

_FUNCTION_WORDS: Final = {
    "en": "the of and to in that is was for with on as by at from has have said will be",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "le la les de des et en du un une dans que qui pour sur est au par plus avec",
    "es": "el la los las de y en que del un una por con para se su al es lo como",
    "pt": "o os as de e em que do da um uma para com não por no na dos se ao",
    "it": "il lo la di e in che del della un una per con non si dei sono al gli da",
    "nl": "de het een van en in is dat op te voor met zijn niet die aan er om ook als",
    "sv": "och att det som en på är av för med den till inte har om ett de i var vi",
    "no": "og det som en på er av for med den til ikke har om et de i var vi å",
    "da": "og det som en på er af for med den til ikke har om et de i var vi at",
    "pl": "w i na z do się nie to że jest o jak po od za przez dla są oraz ale",
    "tr": "ve bir bu için ile da de olarak olan daha çok gibi sonra kadar en ise ya dedi oldu üzere",
    "az": "və bir bu üçün ilə də ki olan olub daha sonra kimi edib görə isə həm bildirib tərəfindən üzrə ölkə",
    "uz": "va bu bilan uchun ham bir edi deb kerak bo'lgan haqida boshqa yil ning dan ga kabi oʻzbekiston qildi esa",
    "ro": "și de în la cu pe din care este nu un o să a fi pentru mai sunt ca au",
    "hu": "a az és hogy nem is egy ez volt meg de csak még már ha mint el azt lesz van",
    "ru": "и в на с по что не для к от это из о как за его но при также был",
    "kk": "және мен бұл үшін деп бойынша да де туралы бар еді болып деді жылы осы бір болды ел өз кейін",
    "ky": "жана менен бул үчүн деп боюнча да де тууралуу бар эле болуп деди жылы ушул бир болду өз кийин эмес",
    "uk": "і в на з що не та до у для про від це за як його також був які але",
    "bg": "и в на се да за от с по не че са като това ще до към при беше които",
    "mn": "ба нь энэ юм байна гэж болон бол байсан улс нэг хамгийн ийм болж манай хувь хийх дээр мөн тул",
}
_WORDS: Final = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("fa", re.compile(r"[پچژگ]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
)
_CYRILLIC: Final = ("ru", "kk", "ky", "uk", "bg", "mn")
_LATIN: Final = tuple(language for language in _WORDS if language not in _CYRILLIC)


def detect(text: str) -> str | None:
    """ISO 639-1 of a text of a sentence or more, or None where nothing tells.

    The script decides between families, marking letters between the Cyrillic alphabets, and shares of function
    words between what is left. Only the first 6000 characters are looked at.
    """
    sample = text[:_SAMPLE].lower()
    letters = sum(map(str.isalpha, sample))
    if letters < 20:
        return None
    for language, script in _SCRIPTS:
        if len(script.findall(sample)) > letters * (0.02 if language in ("fa", "ja") else 0.3):
            return language
    counts = Counter(sample)
    cyrillic = sum(number for letter, number in counts.items() if "\u0400" <= letter <= "\u052f")
    if cyrillic > letters / 2:
        return _cyrillic(sample, counts, cyrillic) or _by_words(sample, _CYRILLIC) or "ru"
    return _by_words(sample, _LATIN)


def _cyrillic(sample: str, counts: Counter[str], letters: int) -> str | None:
    def share(alphabet: frozenset[str]) -> float:
        return sum(counts[letter] for letter in alphabet) / letters

    # In running Kazakh every tenth letter is one of these; in Russian they come only in a quoted name.
    # Ukrainian and Belarusian share the letter і with Kazakh, so their own letters are asked first.
    if share(_UKRAINIAN) > 0.003:
        return "uk"
    if share(_BELARUSIAN) > 0.003:
        return "be"
    if share(_TAJIK) > 0.01:
        return "tg"
    if share(_KAZAKH) > 0.03:
        return "kk"
    if share(_KYRGYZ) > 0.01:
        if counts["ң"]:
            return "ky"
        # Mongolian has the two vowels too; every thirtieth letter of it is an х, which Kyrgyz has in loanwords alone
        return _by_words(sample, ("ky", "mn")) or ("mn" if counts["х"] > 0.015 * letters else "ky")
    return None


def _by_words(sample: str, languages: tuple[str, ...]) -> str | None:
    words = Counter(_WORD.findall(sample))
    scores = {language: sum(words[word] for word in _WORDS[language]) for language in languages}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] * 20 >= sum(words.values()) else None
