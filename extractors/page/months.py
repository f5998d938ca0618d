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
    "october oct oktober okt octobre octubre outubro out ottobre ott października październik",
    "november nov novembre noviembre novembro listopada listopad",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre desember grudnia grudzień",
)
_EASTERN: Final = (
    # Russian (Kyrgyz uses its nominatives), Ukrainian, Kazakh, Turkish, Azerbaijani, Uzbek
    "января январь янв січня қаңтар ocak yanvar",
    "февраля февраль фев февр лютого ақпан şubat fevral",
    "марта март мар березня наурыз mart",
    "апреля апрель апр квітня сәуір nisan aprel",
    "мая май травня мамыр mayıs may",
    "июня июнь июн червня маусым haziran iyun",
    "июля июль июл липня шілде temmuz iyul",
    "августа август авг серпня тамыз ağustos avqust avgust",
    "сентября сентябрь сен сент вересня қыркүйек eylül sentyabr",
    "октября октябрь окт жовтня қазан ekim oktyabr",
    "ноября ноябрь ноя нояб листопада қараша kasım noyabr",
    "декабря декабрь дек грудня желтоқсан aralık dekabr",
)

MONTHS: Final[dict[str, int]] = {
    name: number
    for names in (_NAMES, _EASTERN)
    for number, line in enumerate(names, start=1)
    for name in line.split()
}
