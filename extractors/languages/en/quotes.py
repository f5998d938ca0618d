"""How English news attributes speech."""

from __future__ import annotations

SAY = (r"(?:said|says|told|tells|added|adds|noted|notes|stressed|stresses|emphasized|emphasised|underlined|"
       r"underscored|"
       r"remarked|"
       r"stated|states|declared|explained|replied|answered|commented|concluded|continued|recalled|pointed out|wrote|"
       r"posted|"
       r"tweeted|insisted|argued|warned|promised|asserted|announced|observed|suggested|quipped|joked|affirmed|"
       r"reiterated|"
       r"urged|acknowledged|admitted|confirmed|cautioned|summed up|went on|asked|claimed|exclaimed|maintained|"
       r"was quoted as saying|is quoted as saying|were quoted as saying|has said|have said|had said|assured|"
       r"highlighted|opined|"
       r"lamented|vowed|pledged|predicted|stipulated|expressed confidence|shared|informed)")
SAY_AFTER = (
    r"(?:agreed|agrees|concurred|responded|offered|reported|wondered|thought|felt|mused|conceded|countered|testified|"
    r"disclosed|revealed|elaborated|reflected|complained|boasted|laughed|smiled|cried|shouted|intoned|repeated|"
    r"(?:has|have|had) (?:told|added|noted|stressed|stated|declared|written|warned|promised|insisted))"
)
"""Verbs that are verbs of saying after what was said: '"We shall," agreed the president'."""
QUOTED = (
    r"(?:is|was|were|are|has been|have been|had been)(?: also| later)? (?:quoted|cited|reported|understood|heard|said)"
    r"(?: [^\s.;]+){0,8}? (?:as (?:saying|telling|adding|stating)|to have (?:said|told|added)|saying)"
)
"""'was cited by the agency as saying'."""
CALL = (
    r"(?:called|calls|described|describes|hailed|hails|termed|dubbed|branded|praised|denounced|dismissed|"
    r"characteri[sz]ed|"
    r"labell?ed|condemned|blasted|criticized|criticised|slammed|deplored|welcomed|touted|spoke of|referred to|"
    r"complained of|warned of)"
)
"""Verbs whose object may be quoted: 'called the talks "…"'."""
AS_SAYING = r"as (?:saying|telling|adding|stating|writing|declaring|noting)"
"""'The agency quoted N as saying'."""
UNNAMED = r"(?:spokes\w+|officials?|diplomats?|sources?|aides?|adviser|advisor|assistant)"
OF_HIS = r"(?:government|administration|cabinet|campaign|camp|coalition|presidency|team|era|plan|visit|trip|doctrine)"
"""After a name: what is called by it, and not the person."""
MEDIA = frozenset({"MENA", "TASS", "RIA", "CNN", "BBC", "AFP", "NBC", "CBS", "ABC", "IRNA", "SANA", "KCNA",
                   "CCTV", "NHK",
                   "WSJ", "UPI", "DPA", "ANSA", "APA", "PTI", "ANI", "WAM", "SPA", "FARS", "ISNA", "MSNBC",
                   "CNBC", "CBC",
                   "Bloomberg", "Reuters", "Interfax", "Xinhua", "Kazinform", "Anadolu", "Yonhap", "Kyodo"})
"""Acronyms of agencies and broadcasters: what they say is a report."""
MISTER = r"(?:mr|mrs|ms|dr|sir|madam|madame|sheikh|lord)"
SAYING = (r"(?:saying|adding|noting|stressing|explaining|telling \w+|remarking|writing|pointing out|emphasizing|"
          r"declaring|"
          r"commenting|recalling|citing|warning)")
UNMARKED = (
    r"(?:said|noted|stressed|emphasized|added|stated|concluded|underlined|remarked|pointed out|told|declared|"
    r"underscored)"
)
REST = (
    r"(?:at|in|on|during|after|before|following|when|while|as|for|from|to|upon|by|via|through|with|of|about|D\d+|E\d+|L\d+|"
    r"today|yesterday|later|earlier|here|reporters|journalists|P\d+|G\d+|his|her|the (?:press|media|audience|agency)|"
    r"a (?:news|press)|"
    r"welcoming|opening|addressing|summing|commenting|referring|speaking|adding|noting|,|–|-)(?!\S)"
)
"""What may follow a closing 'N said'; anything else is what N said indirectly."""
NARRATIVE = (r"(?:thanked|said|noted|stressed|emphasized|highlighted|expressed|told|spoke|welcomed|recalled|pointed|"
             r"invited|"
             r"congratulated|informed|drew|underlined|underscored|added|stated|announced|described|praised|confirmed|"
             r"reaffirmed|"
             r"met|held|received|proposed|suggested|called|urged|shared|discussed|conveyed|assured|focused|dwelt|"
             r"outlined|"
             r"arrived|visited|signed|attended|began|opened|addressed|offered|agreed|accepted|wished|commended|"
             r"conducted|"
             r"signed|exchanged|chaired|hosted|briefed|greeted|paid|were|was|are|is|has|have|had|will)")
IN_TURN = (
    r"(?:in (?:his|her) turn|for (?:his|her) part|in response|according to|following the|during the|at the|on the)"
)
PRONOUN = r"(?:he|she)"
OBLIQUE = (
    r"(?:with|to|of|by|from|for|on|about|against|after|before|at|between|via|under|as|behind|alongside|including|"
    r"despite|over|like|than|toward|towards|through|following|hosting|meeting|inviting)"
)
"""Words after which a person is not whom 'he' takes up."""
LOOSE = (
    r"(?:t|x|(?:(?:a|an|the|its|their|one) [a-z ]{3,40})?(?:spokes\w+|officials?|diplomats?|service|sources?|aides?|"
    r"executives?|ministry|office|statement)|it|they)"
)
"""Speakers without a name."""
OF_INSTITUTION = r"(?:statement|readout|press release|communique|communiqué|press service|press office|website)"
"""What an institution speaks through: 'the Kremlin statement said'."""
LETTER = r"(?:telegram|message|letter|congratulation|condolences)"
READS = r"(?:reads|read|says|said|states|stated)"
ASKED = (
    r"[^\w(\n]{0,6}(?:(?:Q|QUESTION|Question|Reporter|Journalist|Moderator|Interviewer|Correspondent)"
    r"(?: \([^)\n]{1,40}\)| \d)? ?:\s*|Q[ \t\u00a0]+(?=[A-Z“\"(—–-])|[❓❔]\ufe0f?\s*)"
)
"""The head of a turn that asks: 'Q', 'QUESTION:', and the mark of a question."""
ANSWERED = r"[^\w(\n]{0,6}(?:Answer|ANSWER|A|Response)(?: \d)? ?:\s*"
"""The head of a turn that answers: whoever is asked."""
POLITE = r"Mr|Ms|Mrs|Dr|Mister|Madam|Madame"
NOBODY = (
    r"QUESTIONS?|Q|MODERATOR|REPORTERS?|JOURNALIST|INTERVIEWER|CORRESPONDENT|AIDE|STAFF|STAFFER|INTERPRETER|"
    r"TRANSLATOR|"
    r"PARTICIPANTS?|OPERATOR|OPERTATOR|ANNOUNCER|VOICE|PRESS|MEDIA|AUDIENCE|ATTENDEES?|CROWD|HOST|ANCHOR|SPEAKERS? \d|"
    r"UNIDENTIFIED|UNKNOWN|EDITOR|EMCEE|MC|STUDENT|CHILD|PHOTOGRAPHER"
)
"""Words of a head in capitals whose turn is no statement."""
OFFICIAL = (
    r"MR|MS|MRS|MISS|DR|PROFESSOR|PRESIDENT|MINISTER|MINISTERS|PREMIER|CHANCELLOR|SECRETARY|AMBASSADOR|OFFICIAL|KING|"
    r"QUEEN|PRINCE|PRINCESS|EMIR|SULTAN|SHEIKH|SPEAKER|CHAIRMAN|CHAIRWOMAN|CHAIR|CHAIRPERSON|COMMISSIONER|GENERAL|"
    r"ADMIRAL|COLONEL|REPRESENTATIVE|ENVOY|COORDINATOR|ADMINISTRATOR|DIRECTOR|GOVERNOR|SENATOR|CONGRESSMAN|"
    r"CONGRESSWOMAN|MEMBER|MAYOR|HIGHNESS|MAJESTY|EXCELLENCY|LADY|JUSTICE|JUDGE|SPOKESPERSON|SPOKESMAN|SPOKESWOMAN|"
    r"COUNSELOR|COUNSELLOR|COUNCILOR|TREASURER|ATTORNEY|LEADER|ADVISER|ADVISOR|CHARG[EÉ]|UNDERSECRETARY|DEPUTY"
)
"""Words of a head in capitals that name an office or a form of address."""
HONORIFIC = r"MR|MS|MRS|MISS|DR"
OFFICES = {
    "PRESIDENT": "head_of_state", "VICE PRESIDENT": "deputy_head", "PRIME MINISTER": "head_of_government",
    "CHANCELLOR": "head_of_government", "SECRETARY OF STATE": "foreign_minister", "SECRETARY": "foreign_minister",
    "FOREIGN MINISTER": "foreign_minister", "FOREIGN SECRETARY": "foreign_minister", "KING": "head_of_state",
}
"""Offices that head a turn without a name: 'THE PRESIDENT:'."""
CLOSING = (
    r"\W{0,3}(?:END\b|End (?:of|text)\b|\(?\d{1,2}[:.]\d\d\s?[AaPp]\.?[Mm]\b)|"
    r"(?:Read|Watch|Listen to|See|Full) (?:in full|more|the full|video|text|transcript|live|here|online)\b|Photos?:|"
    r"(?:🎙|✍|📄|📸|📹|🎥|🔗|🗓|📖|📺|📍|📷|📰|▶|🎬|🔊|📎|📌|🌐)"
)
"""The head of a paragraph that ends a turn: the hour, 'END', the mark of a link, a photo or a new heading."""
LONE = r"[^\w(\n]{0,6}(?:💬|🗨|🗣|🎤)[^\w(]*"
"""What marks a paragraph as speech where no name follows."""
POINTS = (
    r"\W*(?:(?:key|main|talking|selected|further|other) )*(?:points?|takeaways?|outtakes?|theses|messages|"
    r"excerpts|quotes|"
    r"highlights)(?: (?:of|from|made) [^:.\n]{0,60})? ?:?\W*"
)
_WORDS = (
    r"(?:remarks?|statements?|speech|address|answers?|replies|reply|comments?|commentary|response|greetings?|toast|"
    r"interview|article|words|intervention)"
)
HEADING = (
    rf"(?P<who>P\d+) 's (?:\w+ ){{0,4}}?{_WORDS}\b",
    rf"(?:^|[^\w]|x |opening |closing |joint |written |video ){_WORDS}(?: \w+)? (?:by|of|"
    rf"from) (?:the )?(?:t (?:to|of) )?"
    r"(?P<who>P\d+)",
    r"^[^\w]*x by (?:the )?(?P<who>P\d+)",
    r"(?P<who>P\d+) (?:during|at|in|on) (?:his|her|the|a|an) (?:\w+ ){0,3}(?:press|news) conference",
    r"^[^\w]*(?P<who>P\d+) :$",
)
"""A heading whose speaker's words follow: 'Opening remarks by P', "P's statement at the meeting"."""
SPOKEN = (
    r"\b(?:remarks|press (?:availability|conference|statements?)|statements? to the (?:press|media)|"
    r"news conference|speech|address|toasts?|before the|at the)\b"
)
PRIVATE = (
    r"\b(?:analysts?|experts?|professors?|lecturer|economists?|historian|scholar|researcher|fellow|academic|scientist|"
    r"lawyer|attorney|solicitor|activist|campaigner|protesters?|demonstrator|residents?|villager|farmer|"
    r"fisherman|trader|"
    r"dealer|broker|shopkeeper|shopper|customer|worker|driver|teacher|students?|pupil|witness(?:es)?|bystander|"
    r"tourist|"
    r"pilgrim|refugee|migrant|widow|mother|father|businessman|businesswoman|entrepreneur|founder|owner|co-owner|"
    r"manager|"
    r"chief executive|CEO|CFO|chief economist|company|firm|bank|executives?(?! (?:director|secretary|head|board))|"
    r"strategist|pollster|columnist|journalist|reporter|correspondent|editor|author|writer|novelist|actor|"
    r"actress|singer|"
    r"director of (?:the )?\w+ (?:institute|center|centre)|think tank|institute|university|college|consultancy|"
    r"consultant|"
    r"former (?:\w+ ){0,4}(?:diplomat|official|ambassador|negotiator)|fan|athlete|coach|priest|imam)\b|"
    r"\b\d\d-year-old\b"
)
"""What makes a speaker no official."""
IN_OFFICE = (
    r"\b(?:ministers?|ministry|secretary|president|prime|ambassador|envoy|spokes\w+|commissioner|governor|mayor|"
    r"diplomat|negotiator|(?<!former )official|adviser to|advisor to|deputy|senator|lawmaker|MP|speaker of|"
    r"leader of|head of (?:the )?\w+ (?:delegation|mission|department|agency|state|government)|commander|"
    r"chief of|general|chairman of the|commission|central bank|"
    r"reserve bank|world bank|development bank|national bank)\b"
)
APPOSITION = (
    r"(?: \([^)]{1,30}\))?(?:,| –| -)? (?:who (?:is|was|works|heads|runs|owns) )?"
    r"(?:an?|the|one of|a former|[a-z\d]|CEO)[^,.”]{0,80}"
)
"""What follows a name and says who that is."""
