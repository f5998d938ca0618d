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
              "exceeding": "over", "exceeded": "over", "above": "over", "at least": "over", "up to": "up_to",
              "as much as": "up_to", "exactly": "exactly", "upwards of": "over", "surpassed": "over"}
METRICS: tuple[tuple[str, str], ...] = (
    ("trade_turnover", r"trade turnover|turnover|bilateral trade|mutual trade|trade volume|volume of trade|trade "
                       r"(?:between|in goods|with|among|came|stood|"
                       r"amounted|reached|exceeded|totall?ed|grew|rose|hit)|our trade|annual trade|commodity turnover|"
                       r"two-way trade|"
                       r"(?:our |the |present )?trade (?:does|did|is|was|has|had)|in trade|of trade|(?<!free "
                       r")trade\b(?! embargo| gap| surplus| deficit| war| pact| deal| agreement)"),
    ("exports", r"\bexports?\b|\bexported\b"),
    ("imports", r"\bimports?\b|\bimported\b"),
    ("loan_or_aid", r"\bloans?\b|\baid\b|\bassistance\b|\bcredits?\b|\bgrants?\b|\brelief\b|\bdonat\w+|\bfunding\b|"
                    r"\bhumanitarian\b|\bvaccines?\b|"
                    r"\bpackage\b|\bsupport\b|\bcontribution\b"),
    ("investment", r"\binvest\w*|\bFDI\b"),
    ("energy_volume", r"\boil\b|\bgas\b|\belectricity\b|\buranium\b|\bcoal\b|\bpetroleum\b"),
    ("joint_ventures", r"\bjoint ventures?\b|\bjoint enterprises\b|\bcompanies with\b|\benterprises with\b"),
    ("projects", r"\bprojects?\b"),
)
TARGET = (r"\b(?:goal|target|aims?|aim to|plan\w*|bring|raise|increase (?:it |trade )?to|reach\b|hope\w*|set "
          r"(?:ourselves|the)|by 20\d\d|will|would|should|"
          r"intend\w*|want\w*|ambition|within (?:the )?reach|could|eventually|within (?:a few|five|ten|three) years)\b")
GROWTH = (r"\b(?:grew|grown|grow|rose|risen|increas\w+|growth|up|jumped|surged|climbed|gained|expanded|fell|declined|"
          r"dropped|decreas\w+|down)\b")
COUNTED = (r"(?P<n>one hundred|a hundred|two hundred|three hundred|four hundred|five hundred|\d{1,4}(?:,\d{3})?|two|"
           r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)(?: "
           r"(?:other|new|joint|bilateral|outcome|"
           r"cooperation|intergovernmental|commercial|more|investment|various|major|industrial|large|separate))* "
           r"(?P<what>documents|agreements|memorandums|memoranda|accords|deals|contracts|joint ventures|joint "
           r"enterprises|projects|pacts)\b")
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11,
           "twelve": 12, "fifteen": 15, "twenty": 20, "one": 1, "thirty": 30, "forty": 40, "fifty": 50, "half a": 0.5,
           "one hundred": 100, "a hundred": 100, "two hundred": 200,
           "three hundred": 300, "four hundred": 400, "five hundred": 500,
           "a": 1}
SIGNED = r"\b(?:sign\w*|adopt\w*|ink\w*|conclud\w*|exchang\w*|finali[sz]ed|put their names|reached|counts?)\b"
