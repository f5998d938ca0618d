"""Words that shape English text around names."""

from __future__ import annotations

from extractors.languages import words

PARTICLES = frozenset({"al", "el", "bin", "ibn", "von", "van", "der", "de", "da", "dos", "di", "del", "la", "bint",
    "ben",
                       "ul", "ur", "du", "le", "dela", "della", "delos", "den", "ter",
                       "y", "e", "o", "zu", "af", "abu", "as", "ad", "an", "ez"})
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii",
    "xiv", "xv", "xvi"})
NEVER_NAMES = words("""
    host former outgoing visiting incoming acting newly deputy vice assistant late chief interim ex retired founder
    the a an and or but in on at of to for from by with as if it its he she they we i you his her their our my your
    this that these those there here then than when while where who what which how why not no nor both all some many
    most more other others such each every any few several after before during since until upon within without
    following according also however meanwhile moreover therefore earlier later today yesterday tomorrow monday
    tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december talks meeting meetings summit visit visits forum session conference agreement
    agreements treaty declaration joint statement council assembly committee commission organization organisation
    union group ministry department office agency press service news state states government republic kingdom
    federation federal national international bilateral security defense defence trade economy economic energy
    foreign affairs minister ministers president presidents prime secretary general ambassador embassy parliament
    senate congress house court bank fund company corporation university institute center centre north south east
    west northern southern eastern western central asia asian europe european africa african america american middle
    pacific atlantic indian ocean sea gulf world global party strategic partnership cooperation dialogue agenda
    initiative program programme plan project projects photo credit source read year years day days week month night
    readout remarks briefing transcript sides parties side leaders leader officials official special envoy so let
    thank thanks one two three four five six seven eight nine ten first second third last next new another despite
    although though because speaking asked noting noted opening welcome dear mr mrs ms dr sir excellency highness
    majesty honorable covid covid-19 internet facebook twitter telegram youtube whatsapp instagram x via under over
    between among through about against into out up down off like just only still even very much well back again
    once now never ever always often yes please have has had is are was were be been being do does did will would
    can could may might shall should must said says say told tells added adds hurricane cyclone typhoon storm mount
    lake river port fort cape island islands bay valley mountain
    mountains tower bridge base camp dam canal strait peninsula coast beach desert basin province district county
    village town city islamic christian muslim jewish
    orthodox republican democrat democratic democrats republicans communist peace war accord pact protocol
    convention charter constitution nuclear climate human rights airport palace hall square street avenue hotel
    residence building museum theatre theater stadium cup olympic olympics games championship league championships
    reuters xinhua tass kazinform interfax afp memorandum memorandums understanding act law code bill amendment
    resolution decree order award medal ukrainian russian kazakh member members goals development sustainable indo
    review framework eurasian strip text taliban caucasus balkans hemisphere oceans begin end relations islamist
    muslims turkic republics reform bureau manager senior environmental operations resources issues stabilization
    tibetan travels travel commending welcoming announces affairs narcotics refugees labor forces staff armed
    emerging technologies technology cyber cybersecurity criminal justice antisemitism stabilization civilian
    consular educational cultural counterterrorism nonproliferation verification compliance scientific migration
    democracy trafficking growth environment management planning legislative control coordination implementation
    religious freedom racial gender political political-security politburo presidential leadership unification
    royal parliamentary intelligence partnerships reconciliation mitigation assistance counternarcotics
    infrastructure connectivity humanitarian logistics science monitor designate elect interim acting
    peninsula secretariat community action women children unity veterans seas islands organizations
    governments sahel balkans maghreb levant horn oceanian enforcement narcotics ministerial administration principal
    funds holiness beatitude eminence representatives officials members
    consultations negotiations roundtable retreat task force working deterrence bilateral trilateral quadrilateral
    arms high sahara public diplomacy lt maj brig sr adm capt cmdr church churches brexit re-foundation nafta
    obamacare""")
"""Words that are no part of a person's name though headlines and sentence starts print them with a capital."""

GIVEN_WORDS = frozenset({"christian", "bill"})
"""Of these the words that are given names before a surname."""
SHORT_FORMS = {
    "joe": "joseph", "tony": "antony", "jim": "james", "bill": "william", "mike": "michael", "bob": "robert",
    "tom": "thomas", "ben": "benjamin", "dan": "daniel", "dave": "david", "ed": "edward", "steve": "stephen",
    "chris": "christopher", "liz": "elizabeth", "kate": "katherine", "nick": "nicholas", "rick": "richard",
    "tim": "timothy", "pete": "peter", "sam": "samuel", "greg": "gregory", "ken": "kenneth", "ron": "ronald",
    "don": "donald", "andy": "andrew", "charlie": "charles", "jen": "jennifer", "matt": "matthew", "jeff": "jeffrey",
    "alex": "alexander", "vlad": "vladimir", "volodya": "volodymyr", "pat": "patrick", "phil": "philip",
    "larry": "lawrence", "fred": "frederick", "ray": "raymond", "rob": "robert", "sue": "susan", "toni": "antonia",
}
"""Short forms of given names, as folded, and the full ones: 'President Joe N' is Joseph N."""
HONORIFIC_STARTS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."})
ABBREVIATIONS = frozenset({"mr.", "mrs.", "ms.", "dr.", "gen.", "col.", "sen.", "rep.", "gov.", "st.", "jan.", "feb.",
                           "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "no.",
                           "vs.",
                           "u.s.", "u.n.", "u.k.", "e.u.", "d.c.", "jr.", "sr.", "inc.", "ltd.", "co.", "corp.", "hon.",
                           "prof.", "lt.", "maj.", "capt.", "h.e.", "a.m.", "p.m.", "etc.", "i.e.", "e.g.", "fig.",
                           "p.", "pp.", "approx.", "dept.", "calif.", "mass.", "pa.", "fla.", "n.y.", "u.s.s.r."})
PLACE_LIKE = frozenset({"Washington", "Jordan", "Georgia", "Chad", "Israel", "Paris", "London", "Lincoln", "Houston",
                        "Austin", "Charleston", "Hamilton", "Victoria", "Sydney", "Florence", "Salvador", "Santiago",
                        "Male", "Clark", "Split", "Nice", "Rio", "Oral", "Mary", "Nara", "Bari", "Cali", "Fez",
                        "Recife",
                        "Turkey", "Cordoba", "Mendoza", "Lae", "Hue", "Goa", "Nis", "Cork", "Reading", "Bath",
                        "Windsor",
                        "Newport", "Oxford", "Schengen", "Ramstein", "Toledo", "Brest", "Valdai", "Newark", "Denver",
                        "Doral", "Magas", "Dayton", "Woodside", "Geneva", "Vienna", "Helsinki", "Maastricht"})
"""Places whose name is also a common word or a person's name."""
COMPOUNDS: dict[str, str] = {"Franco": "FR", "Anglo": "GB", "Sino": "CN", "Russo": "RU", "Indo": "IN", "Italo": "IT",
                             "Greco": "GR", "Turco": "TR", "Turko": "TR", "Austro": "AT", "Hispano": "ES", "Luso": "PT",
                             "Nippo": "JP", "Serbo": "RS", "Egypto": "EG", "Syro": "SY"}
"""First halves of 'Franco-German': the state of each."""
