"""Titles of office in English and what role they mean.

`TITLES` maps a phrase in lower case to a role class of the contract, or to one of three roles that only the
context settles: `leader` (whoever leads the named state), `chief` (the head of the named body), `counterpart`
(the same office as the person just named). `spokesperson` speaks about contacts but takes no part in them.
"""

from __future__ import annotations

from extractors.languages import words

_PHRASES: dict[str, tuple[str, ...]] = {
    "head_of_state": (
        "president", "king", "queen", "emir", "amir", "monarch", "supreme leader", "head of state", "pope",
        "grand duke",
        "leader of the nation", "emperor", "amir of kuwait", "emir of kuwait", "amir of qatar", "emir of qatar",
        "sultan of oman", "sultan of brunei", "his majesty sultan", "his majesty the sultan", "captain regent",
        "interim president", "acting president",
        "transitional president", "head of the republic", "federal president", "general secretary and president"),
    "head_of_government": (
        "prime minister", "premier", "chancellor", "federal chancellor", "head of government", "taoiseach", "pm",
        "chairman of the cabinet of ministers", "head of the government", "acting prime minister",
        "interim prime minister", "president of the government", "head of the cabinet", "chief adviser",
        "chairman of the council of ministers", "president of the council of ministers",
        "chairperson of the council of ministers", "chair of the council of ministers"),
    "deputy_head": (
        "vice president", "vice-president", "deputy prime minister", "vice premier", "vice-premier",
        "first deputy prime minister", "deputy president", "vice chancellor", "vice-chancellor", "deputy premier",
        "first vice president", "first vice-president", "executive vice premier", "vice prime minister",
        "first deputy chairman of the cabinet of ministers", "deputy chairman of the cabinet of ministers",
        "first vice premier", "state vice president", "alternate prime minister", "tánaiste", "tanaiste",
        "second deputy prime minister", "first deputy premier"),
    "foreign_minister": (
        "foreign minister", "minister of foreign affairs", "minister for foreign affairs", "foreign affairs minister",
        "minister of external affairs", "external affairs minister", "secretary of state", "secretary of foreign "
                                                                                           "affairs",
        "minister for europe and foreign affairs", "minister of europe and foreign affairs", "foreign policy "
        "minister",
        "federal minister for foreign affairs", "minister of foreign affairs and trade",
        "minister of foreign affairs and international cooperation", "minister of foreign affairs and cooperation",
        "minister for foreign affairs and trade", "foreign secretary", "secretary for foreign affairs", "fm",
        "top diplomat", "acting foreign minister", "interim foreign minister", "acting secretary of state", "external "
                                                                                                            "relations "
                                                                                                            "minister",
        "minister of foreign affairs and expatriates", "minister of international relations",
        "minister of international relations and cooperation", "international relations minister",
        "minister of international relations and co-operation", "minister of foreign and european affairs",
        "cabinet secretary for foreign affairs", "cabinet secretary for foreign and diaspora affairs",
        "minister of external relations", "minister of foreign relations", "secretary of foreign relations",
        "secretary for foreign relations", "minister for international relations", "foreign affairs secretary",
        "foreign affairs cabinet secretary", "head of the federal department of foreign affairs",
        "minister for european and foreign affairs", "minister of european and foreign affairs"),
    "speaker_of_parliament": (
        "speaker", "parliament speaker", "parliamentary speaker", "speaker of parliament", "speaker of the "
        "parliament",
        "house speaker", "speaker of the house", "senate speaker", "speaker of the senate", "senate chairman",
        "chairman of the senate", "chairwoman of the senate", "chair of the senate", "speaker of the mazhilis",
        "mazhilis speaker", "chairman of the mazhilis", "chairman of the state duma", "state duma speaker",
        "state duma chairman", "federation council speaker", "speaker of the federation council",
        "chairwoman of the federation council", "chairman of the federation council", "speaker of the jogorku kenesh",
        "jogorku kenesh speaker", "speaker of the oliy majlis", "speaker of the legislative chamber",
        "speaker of the national assembly", "president of the national assembly", "knesset speaker",
        "chairman of the national assembly", "chairman of the milli majlis", "milli majlis speaker",
        "speaker of the milli majlis", "chairman of the parliament", "chairman of parliament", "bundestag president",
        "president of the senate", "chairman of the halk maslahaty", "speaker of the grand national assembly",
        "chairperson of the senate", "president of the bundestag", "chairman of the npc standing committee",
        "chairman of the standing committee of the national people's congress",
        "senate president", "president of the chamber of deputies", "chamber of deputies president",
        "national assembly president", "parliament president", "president of parliament",
        "president of the parliament", "president of the legislative assembly", "president of congress",
        "president of the congress", "marshal of the senate", "marshal of the sejm", "assembly speaker",
        "speaker of the house of representatives", "speaker of the knesset",
        "president of the house of representatives",
        "speaker of congress", "national assembly speaker", "speaker of the legislative assembly",
        "speaker of the majilis",
        "chairwoman of the mejlis", "house of representatives speaker"),
    "security_official": (
        "national security advisor", "national security adviser", "secretary of the security council",
        "security council secretary", "assistant to the president for national security affairs",
        "deputy national security advisor", "deputy national security adviser", "national security council secretary",
        "security adviser", "security advisor", "secretary of the supreme national security council",
        "secretary of the supreme security council", "national security chief", "intelligence chief", "spy chief",
        "head of the state security service", "secretary general of the national security council", "nsc secretary",
        "director of national intelligence", "cia director", "director of the cia", "presidential security advisor",
        "presidential security adviser", "foreign and security advisor", "foreign and security adviser",
        "principal deputy national security advisor", "principal deputy national security adviser",
        "foreign and security policy advisor", "foreign and security policy adviser",
        "national security director", "director of national security", "national security chief advisor",
        "secretary general of the supreme council of national security", "deputy national security advisory"),
    "ambassador": (
        "ambassador", "ambassador extraordinary and plenipotentiary", "extraordinary and plenipotentiary ambassador",
        "charge d'affaires", "chargé d'affaires", "permanent representative", "envoy to the united nations",
        "ambassador-at-large", "ambassador at large", "apostolic nuncio", "high commissioner to",
        "high commissioner"),
    "io_head": ("secretary-general", "secretary general", "director-general", "director general", "managing director",
                "un chief", "u.n. chief", "imf chief", "nato chief", "president of the european council",
                "president of the european commission", "european commission president", "european council president",
                "president of the european parliament", "european parliament president", "commission president",
                "council president", "eu chief", "eu commission president", "executive secretary", "osce "
                                                                                                   "chairperson-in-office",
                "osce chairman-in-office", "chairperson-in-office", "chairman-in-office", "president of the general "
                                                                                          "assembly",
                "president of the un general assembly", "european council chief", "european commission chief",
                "eu council president", "commission chief"),
    "io_official": (
        "high representative", "foreign policy chief", "eu top diplomat", "eu foreign policy chief",
        "high representative for foreign affairs and security policy", "eu commissioner", "european commissioner",
        "trade commissioner", "deputy secretary-general", "deputy secretary general", "under-secretary-general",
        "assistant secretary-general", "eu special representative", "un special envoy", "u.n. special envoy",
        "un special representative", "u.n. mediator", "un mediator", "deputy managing director",
        "high commissioner for refugees", "high commissioner for human rights", "resident coordinator",
        "high representative of the union", "union high representative", "vice-president of the european commission",
        "vice president of the european commission", "deputy director-general", "first deputy managing director",
        "european external action service secretary general", "eeas secretary general",
        "european external action service deputy secretary general", "eeas deputy secretary general",
        "european external action service managing director", "eeas managing director",
        "european commission director-general", "european commission director general",
        "european commission executive vice president", "european commission vice president",
        "executive vice president of the european commission"),
    "minister": ("finance chief", "treasury secretary", "treasury chief", "defense secretary", "defence secretary",
                 "defense chief", "defence chief", "commerce secretary", "homeland security secretary", "energy "
                                                                                                        "secretary",
                 "secretary of defense", "secretary of the treasury", "secretary of commerce", "secretary of energy",
                 "secretary of homeland security", "secretary of agriculture", "secretary of labor", "attorney "
                 "general",
                 "trade representative", "home secretary", "trade secretary", "agriculture secretary",
                 "labor secretary",
                 "state councilor", "state councillor", "secretary of the interior", "interior secretary", "minister",
                 "chancellor of the exchequer", "health secretary", "transportation secretary", "prosecutor general",
                 "secretary of transportation", "secretary of health and human services", "federal minister",
                 "cabinet secretary", "secretary of education", "secretary of economy", "secretary of finance",
                 "secretary of national defense", "secretary of veterans affairs"),
    "spokesperson": ("spokesman", "spokeswoman", "spokesperson", "press secretary", "foreign ministry spokesman",
                     "foreign ministry spokeswoman", "foreign ministry spokesperson", "kremlin spokesman",
                     "department spokesperson", "official spokesperson", "official representative",
                     "state department spokesman", "state department spokeswoman", "government spokesman",
                     "white house press secretary", "white house spokesman", "presidential spokesman"),
    "leader": ("leader", "strongman", "ruler"),
    "chief": ("chief", "head", "chair", "chairman", "chairwoman", "chairperson", "commissioner"),
    "counterpart": ("counterpart", "colleague", "opposite number", "homologue", "peer"),
    "other": (
        "deputy foreign minister", "first deputy foreign minister", "vice foreign minister", "vice minister",
        "deputy minister", "first deputy minister", "minister of state", "state minister", "minister-counselor",
        "deputy minister of foreign affairs", "vice minister of foreign affairs", "assistant foreign minister",
        "deputy secretary", "deputy secretary of state", "assistant secretary", "assistant secretary of state",
        "deputy assistant secretary", "deputy assistant secretary of state", "principal deputy assistant secretary",
        "under secretary", "undersecretary", "under secretary of state", "under-secretary", "permanent secretary",
        "deputy assistant secretary of defense", "acting assistant secretary of state", "acting assistant secretary",
        "special envoy", "envoy", "special representative", "presidential envoy", "special presidential envoy",
        "chief of staff", "deputy chief of staff", "director", "senior director", "deputy director", "coordinator",
        "senior coordinator", "counselor", "counsellor", "governor", "mayor", "senator", "congressman", "general",
        "congresswoman", "lawmaker", "mp", "adviser", "advisor", "senior adviser", "senior advisor", "aide",
        "presidential aide", "commander", "crown prince", "deputy crown prince", "prince", "princess", "first lady",
        "chief negotiator", "negotiator", "party leader", "opposition leader", "rebel leader", "guerrilla leader",
        "contra leader",
        "insurgent leader", "militia leader", "protest leader", "union leader", "religious leader", "spiritual leader",
        "central bank governor", "bundesbank president",
        "central bank president", "bundesbank chief", "fed chairman", "fed chair", "federal reserve chairman",
        "federal reserve chair",
        "central bank chief", "national bank chairman", "chairman of the presidency", "plenipotentiary",
        "presidential candidate", "candidate", "secretary", "deputy head", "deputy chairman", "vice chairman",
        "chief executive", "ceo", "tycoon", "executive", "analyst", "expert", "professor", "judge", "lawyer",
        "singer", "writer", "director of the ccp central foreign affairs office", "chief of general staff",
        "chief of the general staff", "chief of defence staff", "chief of defense staff",
        "chairman of the joint chiefs of staff", "army chief", "army commander", "lieutenant general", "major "
        "general",
        "commander-in-chief", "chief of the defence staff", "chief of the army staff", "head of delegation",
        "joint chiefs chairman", "charge", "diplomat", "consul general", "consul",
        "deputy administrator", "administrator", "deputy assistant administrator", "representative",
        "deputy national security council director", "state secretary", "chief of protocol", "delegation head",
        "administrator of usaid", "son-in-law", "special counsel", "economic adviser", "special advisor",
        "special adviser", "president-elect", "prime minister-elect", "prime minister-designate",
        "prime minister designate", "president-designate", "president elect", "minister-designate",
        "national security advisor-designate", "national security adviser-designate", "political director",
        "ministry political director", "senior bureau official", "senior official",
        "special assistant", "special assistant to the president", "assistant to the president",
        "deputy assistant to the president", "principal deputy assistant", "head of cabinet", "principal deputy",
        "state secretary for foreign affairs", "permanent secretary for foreign affairs",
        "permanent secretary of foreign affairs", "under secretary for foreign affairs",
        "head of the presidential office", "head of the office of the president", "head of the president's office",
        "politburo member", "communist party politburo member", "politburo standing committee member",
        "member of parliament", "ranking member", "secretary for relations with states", "first minister",
        "presidential advisor", "presidential adviser", "foreign policy advisor", "foreign policy adviser",
        "diplomatic advisor", "diplomatic adviser", "national cyber director", "cyber director", "cyber coordinator",
        "parliamentary secretary", "parliamentary under-secretary", "parliamentary under-secretary of state",
        "permanent under-secretary", "presidential coordinator", "special presidential coordinator",
        "presidential special envoy", "special coordinator", "senior representative", "senior coordinator",
        "chief operating officer", "assistant administrator", "senior deputy assistant administrator",
        "chief justice", "deputy special envoy", "deputy special representative", "assistant director",
        "deputy coordinator", "principal deputy coordinator", "chief of mission", "deputy chief of mission",
        "assistant minister", "minister delegate", "minister-delegate", "personal envoy", "personal representative",
        "inspector general", "national coordinator", "deputy chief negotiator", "deputy prime minister-designate",
        "chairman of the presidential office", "first deputy minister", "police commissioner"),
}
_PARLIAMENTS = (
    "senate", "house of representatives", "national assembly", "state duma", "federation council", "mazhilis",
    "majilis",
    "jogorku kenesh", "oliy majlis", "legislative chamber", "milli majlis", "mejlis", "majlis", "knesset", "bundestag",
    "bundesrat", "seimas", "saeima", "riigikogu", "sejm", "verkhovna rada", "storting", "riksdag", "folketing",
    "eduskunta",
    "althing", "lok sabha", "rajya sabha", "people's assembly", "people's council", "national council", "federal "
                                                                                                        "assembly",
    "great khural", "state great khural", "grand national assembly", "majlisi milli", "majlisi namoyandagon",
    "majlisi oli",
    "supreme council", "chamber of deputies", "house of councillors", "house of commons", "house of lords", "shura "
                                                                                                            "council",
    "consultative assembly", "islamic consultative assembly", "parliament", "national people's congress", "lower house",
    "upper house", "legislative assembly", "legislature", "congress", "halk maslahaty", "people's majlis")
_PRESIDING = ("speaker", "chairman", "chairwoman", "chairperson", "chair", "president")
"""Who presides over which parliament: speakers under any of these names."""
TITLES: dict[str, str] = dict.fromkeys(
    [
        *(f"{head} of the {house}" for house in _PARLIAMENTS for head in _PRESIDING if (head, house) != ("president",
            "congress")),
        *(f"{house} {head}" for house in _PARLIAMENTS for head in ("speaker", "chairman", "chairwoman", "chair")),
        *(f"{head} of {house}" for house in ("parliament", "congress") for head in ("speaker", "chairman", "head")),
    ],
    "speaker_of_parliament",
)
TITLES |= {phrase: role for role, phrases in _PHRASES.items() for phrase in phrases}

VERBS = frozenset({"head", "chair", "chief", "host", "leader"})
"""Titles that are verbs after `VERB_SIGNS` ('will head the delegation')."""
VERB_SIGNS = frozenset({"to", "will", "would", "may", "could", "who", "should", "and", "also", "jointly"})

PORTFOLIOS = words("""
    defense defence finance economy economic trade commerce energy oil petroleum gas agriculture health education
    culture interior internal justice transport transportation environment ecology labor labour science industry
    industrial communications digital development innovation innovations tourism sport sports infrastructure
    investment investments mines mining water resources emergency situations security natural national social
    welfare family youth information regional construction housing planning budget home immigration migration
    fisheries forestry cooperation international coordination higher research technology power electricity railways
    roads shipping maritime aviation ecological affairs employment protection public administration revenue taxes
    artificial intelligence aerospace population peace reconciliation foreign policy strategy climate environmental
    irrigation livestock business territorial administration
    rural municipal urban armed forces economics treasury external religious civil service post telecommunications
    brexit
    media human rights steel coal food supply relations logistics domestic development's integration macroeconomics
    expatriates emigration diaspora abroad community women children gender unification equality unity cyber
    digitalization
    veterans demography heritage minorities constitution consumer agrarian blue marine ocean oceans""")
"""Words of which ministers' titles are made: 'Minister of Industry and Trade', 'oil minister'."""

QUALIFIERS_FORMER = frozenset({"former", "ex", "ex-", "late", "outgoing", "ousted", "deposed", "then"})
QUALIFIERS_LOWER = frozenset({"deputy", "vice", "assistant", "under", "junior", "shadow", "designate", "associate"})
QUALIFIERS = frozenset({"new", "newly", "elected", "re-elected", "acting", "interim", "visiting", "first", "second",
    "senior",
    "chief",
                        "top", "current", "incumbent", "special", "principal", "honorable", "veteran", "state",
                        "caretaker", "transitional", "permanent", "federal", "deputy", "vice", "assistant", "former",
                        "late", "outgoing", "ousted", "deposed", "then", "ex", "under", "associate", "conservative",
                        "communist", "far-right", "presidential", "governmental", "islamist", "hardline", "long-time"})
HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "honorable", "hon", "hon.",
                        "h.e.", "his", "her", "excellency", "sayyid", "datuk", "seri", "sri", "tun", "dato", "sheikh",
                        "shaikh", "lord", "general", "gen.", "gen", "colonel", "col.", "rt", "right", "field",
                        "marshal",
                        "ayatollah", "hojatoleslam", "cardinal", "archbishop", "bishop", "patriarch", "rabbi",
                        "majesty", "highness", "royal", "haji", "chairman", "madam", "madame"})
LATER_NAMES = {"secretary": "foreign_minister"}
"""Bare words that name the office of someone introduced by a longer title ('the Secretary')."""

PLURALS = {"presidents": "head_of_state", "prime ministers": "head_of_government", "premiers": "head_of_government",
           "heads of state": "head_of_state", "heads of government": "head_of_government", "leaders": "leader",
           "foreign ministers": "foreign_minister", "ministers of foreign affairs": "foreign_minister",
           "finance ministers": "minister", "defense ministers": "minister", "defence ministers": "minister",
           "ministers": "minister", "ambassadors": "ambassador", "top diplomats": "foreign_minister",
           "energy ministers": "minister", "economy ministers": "minister", "trade ministers": "minister",
           "chancellors": "head_of_government", "interior ministers": "minister",
           "deputy foreign ministers": "other", "kings": "head_of_state",
           "speakers": "speaker_of_parliament", "speakers of the parliaments": "speaker_of_parliament",
           "speakers of parliament": "speaker_of_parliament", "parliament speakers": "speaker_of_parliament",
           "parliamentary speakers": "speaker_of_parliament", "speakers of parliaments": "speaker_of_parliament",
           "heads of parliament": "speaker_of_parliament", "chairmen of the parliaments": "speaker_of_parliament",
           "vice presidents": "deputy_head", "deputy prime ministers": "deputy_head",
           "chief diplomats": "foreign_minister",
           "deputy ministers": "other", "vice foreign ministers": "other", "chief negotiators": "other",
           "special envoys": "other", "security council secretaries": "security_official",
           "secretaries of the security councils": "security_official",
           "national security advisers": "security_official", "national security advisors": "security_official",
           "counterparts": "counterpart", "heads of delegation": "other", "state secretaries": "other",
           "defense chiefs": "minister",
           "defence chiefs": "minister", "permanent representatives": "ambassador",
           "foreign secretaries": "foreign_minister",
           "political directors": "other", "special representatives": "other",
           "monarchs": "head_of_state", "emirs": "head_of_state"}
DELEGATION_WORDS = frozenset({"side", "delegation", "delegations", "sides", "representatives", "officials",
    "officials'", "politicians", "lawmakers", "parliamentarians", "legislators", "leadership", "official", "diplomat",
    "negotiator",
                              "government", "governments", "diplomats", "negotiators", "authorities", "team", "part",
                              "administration", "envoys", "party", "parties", "partners", "counterparts"})
OFFICIALS = frozenset({"officials", "official", "negotiators", "negotiator", "delegation", "delegations", "envoys",
    "diplomats"})
"""Of these a field may be named: 'Japanese trade officials'."""
DELEGATION_KINDS = frozenset({"interagency", "inter-agency", "high-level", "senior", "government", "ministerial",
    "presidential",
                              "parliamentary", "congressional", "bilateral", "official", "civilian", "military"})
"""What may stand between a state and its delegation: 'a U.S. interagency delegation'."""
BARE_DELEGATIONS = frozenset({"delegation", "delegations", "side", "officials", "representatives", "negotiators",
    "diplomats",
                              "authorities", "team", "government", "counterparts", "leadership"})
"""Words that make a state's bare name its delegation: 'U.S. officials', 'the Czech Republic delegation'."""
NATIONAL_DEFAULT = {"speaker of the mazhilis": "KZ", "mazhilis speaker": "KZ", "chairman of the mazhilis": "KZ",
                    "speaker of the majilis": "KZ", "chairman of the state duma": "RU", "state duma speaker": "RU",
                    "state duma chairman": "RU", "federation council speaker": "RU",
                    "speaker of the federation council": "RU", "chairwoman of the federation council": "RU",
                    "chairman of the federation council": "RU", "speaker of the jogorku kenesh": "KG",
                    "jogorku kenesh speaker": "KG", "speaker of the oliy majlis": "UZ",
                    "speaker of the legislative chamber": "UZ", "knesset speaker": "IL", "speaker of the knesset": "IL",
                    "chairman of the milli majlis": "AZ", "milli majlis speaker": "AZ",
                    "speaker of the milli majlis": "AZ", "bundestag president": "DE",
                    "president of the bundestag": "DE", "chairman of the halk maslahaty": "TM",
                    "chairwoman of the mejlis": "TM", "speaker of the grand national assembly": "TR",
                    "chairman of the npc standing committee": "CN", "marshal of the sejm": "PL",
                    "bundesbank president": "DE", "bundesbank chief": "DE", "fed chairman": "US", "fed chair": "US",
                    "federal reserve chairman": "US", "federal reserve chair": "US",
                    "secretary of state": "US", "deputy secretary of state": "US", "assistant secretary of "
    "state": "US",
                    "deputy assistant secretary of state": "US", "under secretary of state": "US",
                    "undersecretary of state": "US",
                    "treasury secretary": "US", "taoiseach": "IE", "federal chancellor": "DE", "emperor": "JP",
                    "external affairs minister": "IN", "minister of external affairs": "IN", "home secretary": "GB",
                    "supreme leader": "IR", "state councilor": "CN", "state councillor": "CN", "pope": "VA",
                    "chancellor of the exchequer": "GB", "attorney general": "US", "cia director": "US",
                    "secretary of defense": "US", "defense secretary": "US", "commerce secretary": "US",
                    "secretary of commerce": "US", "secretary of the treasury": "US", "energy secretary": "US",
                    "acting secretary of state": "US", "trade representative": "US", "amir of kuwait": "KW",
                    "emir of kuwait": "KW", "amir of qatar": "QA", "emir of qatar": "QA", "sultan of oman": "OM",
                    "sultan of brunei": "BN", "tánaiste": "IE", "tanaiste": "IE", "captain regent": "SM",
                    "homeland security secretary": "US", "acting assistant secretary of state": "US"}
ORGANIZATION_DEFAULT = {"un chief": "UN", "u.n. chief": "UN", "imf chief": "IMF", "nato chief": "NATO",
                        "president of the european council": "EU", "president of the european commission": "EU",
                        "european commission president": "EU", "european council president": "EU",
                        "president of the european parliament": "EU", "european parliament president": "EU",
                        "commission president": "EU", "council president": "EU", "eu chief": "EU",
                        "eu commission president": "EU", "european council chief": "EU", "commission chief": "EU",
                        "european commission chief": "EU", "eu council president": "EU", "high representative": "EU",
                        "eu top diplomat": "EU", "eu foreign policy chief": "EU", "eu commissioner": "EU",
                        "european commissioner": "EU", "eu special representative": "EU", "un special envoy": "UN",
                        "u.n. special envoy": "UN", "un special representative": "UN", "un mediator": "UN",
                        "u.n. mediator": "UN", "high commissioner for refugees": "UN", "secretary-general": "UN",
                        "high commissioner for human rights": "UN", "under-secretary-general": "UN",
                        "secretary general": "UN", "deputy secretary-general": "UN", "resident coordinator": "UN",
                        "president of the general assembly": "UN", "president of the un general assembly": "UN",
                        "osce chairperson-in-office": "OSCE", "osce chairman-in-office": "OSCE",
                        "high representative for foreign affairs and security policy": "EU",
                        "union high representative": "EU", "vice president of the european commission": "EU",
                        "vice-president of the european commission": "EU", "foreign policy chief": "EU",
                        "european external action service secretary general": "EU", "eeas secretary general": "EU",
                        "european external action service deputy secretary general": "EU",
                        "eeas deputy secretary general": "EU", "eeas managing director": "EU",
                        "european external action service managing director": "EU",
                        "european commission director-general": "EU", "european commission director general": "EU",
                        "european commission executive vice president": "EU",
                        "european commission vice president": "EU",
                        "executive vice president of the european commission": "EU"}
"""Bodies that a title means where the text names none."""
CIVIL_SERVICE = ("secretary", "counselor", "coordinator", "administrator", "special envoy", "special representative",
                 "senior director", "director general of", "assistant to the president", "bureau official",
                 "special assistant", "special advisor", "special adviser", "senior official", "cyber director",
                 "principal deputy", "senior advisor", "ambassador-at-large",
                 "ambassador at large", "chief of staff")
"""Lesser offices of a government: whose they are is left out at home."""
FOREIGN_SECRETARIES = frozenset({"GB", "MX", "PH"})
"""States whose foreign secretary is the minister; elsewhere the title is an official's."""
UNKNOWN_AT: dict[str, tuple[str, ...]] = {
    "US": ("minister", "national assembly", "senate president", "prime", "premier", "chancellor", "king", "queen",
            "emir", "parliament", "secretary general",
           "secretary-general", "state secretary", "foreign secretary", "permanent secretary"),
    **dict.fromkeys(words("GB JP CA AU NZ ES NL BE SE NO DK SA JO MA KW TH MY BH QA OM HK"), ("president",)),
}
"""Offices that a state doesn't have, so that its papers mean another's by them."""
CABINET_SECRETARIES = ("US", "GB", "PH", "MX", "IE", "KE")
"""States whose ministers are called secretaries, the one first that the press means abroad."""
ONLY_AT: dict[str, str] = {"brexit": "GB", "exchequer": "GB", "taoiseach": "IE", "tanaiste": "IE", "tánaiste": "IE",
                          "chief cabinet secretary": "JP", "unification minister": "KR", "state councilor": "CN",
                          "state councillor": "CN"}
"""Words of titles that one state alone has."""
RANKS = frozenset({"ambassador", "general", "lieutenant general", "major general", "senator", "professor", "dr"})
"""Ranks that stand between a longer title and the name: 'Special Envoy for Rivers, Ambassador N'."""
INSTITUTIONS = frozenset({"ministry", "parliament", "military", "embassy"})
"""Institutions that act for their state."""
HEADS = frozenset({"minister", "ministers", "ministry", "ministries"})
"""Words that a field of government stands before."""
UNNAMED = words("""deputy vice assistant under envoy representative negotiator commander prince aide adviser advisor
    army secretary coordinator bank""")
"""Lesser offices whose unnamed holder may still meet for a state ('the Sudanese army chief')."""
LAWMAKERS = {"rep.": "US", "sen.": "US"}
"""Abbreviations before the name of a lawmaker, and of what state."""
PRIVATE = words("""tycoon ceo analyst expert professor lawyer attorney singer writer businessman businesswoman
    activist journalist actor author blogger banker economist scholar lobbyist""")
"""Last words of titles by which nobody stands for a state."""
GENERIC = frozenset({"secretary", "secretaries", "minister"})
"""Titles that name no office by themselves."""
