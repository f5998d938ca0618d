"""Month names and their abbreviations as publishers print them, in the languages that we meet."""

from __future__ import annotations

from typing import Final

_NAMES: Final = (
    # English, German, French, Spanish, Portuguese, Italian, Dutch, Scandinavian, Polish
    "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari stycznia styczeń",
    "february feb februar feber février févr fév febrero fevereiro fev febbraio februari lutego luty",
    "march mar märz mär mrz mars marzo março maart mrt marca marzec",
    "april apr avril avr abril abr aprile kwietnia kwiecień",
    "may mai mayo maio maggio mag mei maj maja",
    "june jun juni juin junio junho giugno giu czerwca czerwiec",
    "july jul juli juillet juil julio julho luglio lug lipca lipiec",
    "august aug août aou agosto ago augustus augusti sierpnia sierpień",
    "september sep sept septembre septiembre setembro set settembre września wrzesień",
    "october oct oktober okt octobre octubre outubro out ottobre ott october października październik",
    "november nov novembre noviembre novembro listopada listopad",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre desember grudnia grudzień",
)
_EASTERN: Final = (
    # Russian, Ukrainian, Kazakh, Kyrgyz, Turkish, Azerbaijani, Uzbek
    "января январь янв января січня қаңтар қаңтардағы үчтүн январы ocak yanvar",
    "февраля февраль фев февр лютого ақпан бирдин февралы şubat fevral",
    "марта март мар березня наурыз жалган марты mart",
    "апреля апрель апр квітня сәуір чын апрели nisan aprel",
    "мая май травня мамыр бугу майы mayıs may",
    "июня июнь июн червня маусым кулжа июну haziran iyun",
    "июля июль июл липня шілде теке июлу temmuz iyul",
    "августа август авг серпня тамыз баш августу ağustos avqust avgust",
    "сентября сентябрь сен сент вересня қыркүйек аяк сентябры eylül sentyabr",
    "октября октябрь окт жовтня қазан тогуздун октябры ekim oktyabr",
    "ноября ноябрь ноя нояб листопада қараша жетинин ноябры kasım noyabr",
    "декабря декабрь дек грудня желтоқсан бештин декабры aralık dekabr",
)

MONTHS: Final[dict[str, int]] = {
    name: number
    for names in (_NAMES, _EASTERN)
    for number, line in enumerate(names, start=1)
    for name in line.split()
}
