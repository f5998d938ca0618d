"""How English writes amounts, and by which words beside them it says what they measure."""

from __future__ import annotations

MULTIPLIERS = {"thousand": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bln": 1e9, "bn": 1e9,
               "b": 1e9, "trillion": 1e12, "trn": 1e12, "tn": 1e12, "k": 1e3}
CURRENCIES = {
    "us$": "USD", "$": "USD", "usd": "USD", "us dollars": "USD", "u.s. dollars": "USD", "dollars": "USD",
    "dollar": "USD",
    "dlrs": "USD", "dlr": "USD", "american dollars": "USD", "€": "EUR", "euros": "EUR", "euro": "EUR", "eur": "EUR",
    "£": "GBP", "pounds": "GBP", "pounds sterling": "GBP", "gbp": "GBP", "¥": "JPY", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rmb": "CNY", "rubles": "RUB", "roubles": "RUB", "ruble": "RUB", "rouble": "RUB", "rub": "RUB",
    "tenge": "KZT", "kzt": "KZT", "lira": "TRY", "rupees": "INR", "won": "KRW", "riyals": "SAR", "dirhams": "AED",
    "soms": "KGS", "som": "KGS", "sums": "UZS", "manats": "AZN", "swiss francs": "CHF", "hryvnias": "UAH",
    "hryvnia": "UAH",
    "canadian dollars": "CAD", "australian dollars": "AUD", "marks": "DEM", "francs": "FRF", "zloty": "PLN",
    "cny": "CNY"}
MEASURES = {"tonnes": "tonnes", "tons": "tonnes", "metric tons": "tonnes", "tonne": "tonnes", "barrels": "barrels",
            "barrels per day": "barrels", "barrels a day": "barrels", "bpd": "barrels", "cubic meters": "cubic_metres",
            "cubic metres": "cubic_metres", "doses": "doses", "megawatts": "megawatts",
            "kilowatt-hours": "kilowatt_hours",
            "kilowatt hours": "kilowatt_hours", "kwh": "kilowatt_hours",  "mw": "megawatts"}
QUALIFIERS = {"nearly": "nearly", "almost": "nearly", "close to": "nearly", "about": "about", "around": "about",
              "approximately": "about", "some": "about", "roughly": "about", "over": "over", "more than": "over",
              "exceeding": "over", "exceeded": "over", "exceeds": "over",
              "topped": "over", "tops": "over", "surpasses": "over", "surpassing": "over", "in excess of": "over",
              "just over": "over", "a little over": "over", "slightly more than": "over", "well over": "over",
              "just under": "nearly", "just short of": "nearly", "no less than": "over", "an estimated": "about",
              "above": "over", "at least": "over", "up to": "up_to",
              "as much as": "up_to", "exactly": "exactly", "upwards of": "over", "surpassed": "over"}
METRICS: tuple[tuple[str, str], ...] = (
    ("trade_turnover", r"trade turnover|turnover|bilateral trade|mutual trade|trade volume|volume of trade|trade "
                       r"(?:between|in goods|with|among|came|stood|"
                       r"amounted|reached|exceeded|totall?ed|grew|rose|hit)|our trade|annual trade|commodity turnover|"
                       r"two-way (?:trade|commerce)|bilateral commerce|commerce (?:between|with)|"
                       r"(?:our |the |present )?trade (?:does|did|is|was|has|had)|in trade|of trade|(?<!free "
                       r")trade\b(?! embargo| gap| surplus| deficit| imbalance| war| pact| deal| agreement|"
                       r" retaliation| row| "
                       r"dispute| sanctions| talks| negotiat| legislation| friction| polic| barrier| tension|"
                       r" represent| "
                       r"minister| bill| union| restriction| practice| zone| bloc| rule| tariff| office| mission)"),
    ("exports", r"\bexports?\b|\bexported\b"),
    ("imports", r"\bimports?\b|\bimported\b"),
    ("loan_or_aid", r"\bloans?\b|\baid\b|\bassistance\b|\bcredits?\b|\bgrants?\b|\brelief\b|\bdonat\w+|\bfunding\b|"
                    r"\bhumanitarian\b|\bvaccines?\b|"
                    r"\bpackage\b|\bsupport\b|\bcontribution\b|\b(?:growth|recovery|reform|reconstruction) plan\b|"
                    r"\btranches?\b|\bmacro-financial\b|\bfinancing\b|\bbail-?out\b|\bcredit line\b"),
    ("investment", r"\binvest\w*|\bFDI\b|\bauthori[sz]ed capital\b|\bfund\b.{0,20}\bcapital\b|\bcapital has\b|"
                   r"\b(?:agreements|contracts|deals|documents|projects|pacts) (?:\w+ )?worth\b|"
                   r"\bworth of (?:deals|agreements|contracts|projects)\b"),
    ("energy_volume", r"\boil\b|\bgas\b|\belectricity\b|\buranium\b|\bcoal\b|\bpetroleum\b"),
    ("joint_ventures", r"\bjoint ventures?\b|\bjoint enterprises\b|\bcompanies with\b|\benterprises with\b"),
    ("projects", r"\bprojects?\b"),
)
BUILT = (r"^[ -](?:\w+ )?(?:corridor|railway|railroad|rail line|pipeline|power plant|power station|highway|port|canal|"
         r"refinery|dam|project|bridge|airport|cable)\b|\bportfolio of (?:\w+ ){0,3}projects\b")
"""Behind or before an amount: what is built or worked on for it."""
MOVED = (r"(?:\b(?:people-to-people exchanges|exchanges|visits|visitors|tourists|travell?ers|passengers|workers|"
         r"students)"
         r"\b[^.;,]{0,20} to (?P<n>AMOUNT)(?: (?P<m>MULTIPLIER))?(?! (?:dollars|euros|percent))|\b(?P<n2>AMOUNT)"
         r"(?: (?P<m2>MULTIPLIER))? (?:workers|students|tourists|visitors|specialists|people (?:would|will|are to|to) "
         r"(?:move|travel|go|cross|be (?:exchanged|trained)))\b)")
"""How many people are to go over: 'expand exchanges to 40 million by 2030', 'two million tourists a year'."""
DUTY = r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|rates?)\b"
BROUGHT = (r"\b(?:fall\w*|cut|lower\w*|reduc\w+|slash\w*|rais\w+|drop\w*|set|capp\w+|down)\b[^.;]{0,60} (?:to|at) $")
"""Before a percentage: what duties are brought to."""
AGREED = r"\b(?:agree\w*|decid\w+|deal|accord|under the|will|would|pledg\w+|plans?|aims?|by 20\d\d)\b"
TARGET = (r"\b(?:goal|target|aims?|aim to|plan(?!,? worth)\w*|bring|raise|increase (?:it |trade )?to|reach\b|"
          r"hope\w*|can be|pledg\w*|"
          r"promis\w*|set "
          r"(?:ourselves|the)|by 20\d\d|will|would|should|"
          r"intend\w*|want\w*|ambition|within (?:the )?reach|could|eventually|within (?:a few|five|ten|"
          r"three) years)\b")
GROWTH = (r"\b(?:grew|grown|grow|rose|risen|increas\w+|growth|up|jumped|surged|climbed|gained|expanded|fell|declined|"
          r"dropped|decreas\w+|down)\b")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_UNITS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
NUMBERS = {
    **_UNITS, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, **_TENS,
    **{f"{ten}{dash}{unit}": a + b for ten, a in _TENS.items() for unit, b in _UNITS.items() for dash in "- "},
    "half a": 0.5, "a": 1, "a dozen": 12, "one hundred": 100, "a hundred": 100, "two hundred": 200,
    "three hundred": 300, "four hundred": 400, "five hundred": 500,
}
_COUNTS = "|".join(sorted((word for word in NUMBERS if word not in ("a", "one", "half a")), key=len, reverse=True))
COUNTED = (rf"(?P<n>\d{{1,4}}(?:,\d{{3}})?|{_COUNTS})(?: (?:documents and|(?!of\b|percent\b|million\b|billion\b|"
           rf"years?\b|"
           r"days?\b|months?\b|hours?\b|states?\b|countries\b|and\b|to\b|the\b|their\b)[a-z][a-z-]+)){0,3} "
           r"(?P<what>documents|agreements|memorandums|memoranda|accords|deals|contracts|decisions|"
           r"joint ventures|joint enterprises|projects|pacts|treaties|protocols|"
           r"(?:companies|enterprises|firms|businesses|ventures) (?:with (?:\S+ ){1,2}(?:capital|participation|"
           r"investment)|from (?:the )?\w+(?: \w+)? (?=(?:are|were|is|was|have|had|now|already)\b|operat|work|"
           r"regist)))")
RUN = (r"\b(?:(?:the )?(?:first (?P<months>[a-z]+|\d{1,2}) months|(?P<half>first|second) half|"
       r"(?P<quarter>first|second|third|fourth) quarter)|(?P<from>MONTH)(?:[-–—]| to | through )(?P<to>MONTH))"
       r"(?: of| in|,)?(?: (?P<year>(?:19|20)\d\d\b|last year|this year|the year))?")
"""A run of months: 'the first seven months of the year', 'January-August 2024', 'the first quarter'."""
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
SIGNED = (r"\b(?:signed|sign(?= \d| (?:twenty|\w+teen|a|over|about))|signing of|adopted|inked|initial?led|"
          r"concluded|exchanged|sealed|"
          r"finali[sz]ed|"
          r"put their names|reached|counts?|lie on)\b")
UNSIGNED = (r"\b(?:will|would|to|expected|due|plan\w*|ready|prepared|may|could)\b(?: \S+){0,4} (?:be )?(?:sign|"
            r"signed|signing|adopted)\b")
"""Documents that are not signed yet."""
TRADED = r"\btrade\b|turnover|\bcargo\b|\btraffic\b|\bexports?\b|\bimports?\b|\binvestments?\b"
REACHED = r"\b(?:reached|reaching|exceeded|amounted|came to|stood at|totall?ed|was)\b"
TRADE_BESIDE = (r"\b(?:trade(?! embargo| gap| surplus| deficit| imbalance| war| retaliation| row| dispute|"
                r" sanction| talks|"
                r" legislation| friction| tension| barrier| bill| tariff)|turnover)\b")
WORDED = r"\b(?:billion|million|documents|agreements|dollars)\b"
"""Amounts may be spelled out beside these."""
OPEN = r"\bsince (?:the )?$"
"""A time from which on something was counted is not the period of an amount."""
PARTING = r",|;|\b(?:and|while|whereas|but)\b"
"""What parts an amount from a word that belongs to the next one."""
FALLING = (r"\b(?:fell|fallen|falling|fall|declin\w+|dropp\w+|drop|decreas\w+|shrank|shrunk|shrink\w*|slump\w*|"
           r"plunged|down)\b")
FIRST_YEAR = r"(?:In|For|During|Over|By the end of) (?P<year>(?:19|20)\d\d)\b|Last year\b"
OTHERS = (r"\b(?:tariffs?|duties|penalt(?:y|ies)|fines|fined|fine of|debts?|deficit|imbalance|surplus|budget|"
          r"GDP|gross domestic|reserves|"
          r"revenues?|profits?|losses|damage|salary|ransom|bail|population|troops|soldiers)\b")
"""Right beside an amount these make it no number about a relation."""
