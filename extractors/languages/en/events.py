"""How English names larger events: summits, sessions, forums."""

from __future__ import annotations

HEADS: dict[str, str] = {"summit": "summit", "summits": "summit", "session": "summit", "forum": "forum",
                         "conference": "forum", "congress": "forum", "assembly": "forum", "general debate": "forum",
                         "consultative meeting": "summit", "ministerial": "multilateral_meeting", "dialogue": "forum",
                         "council meeting": "summit", "leaders ' summit": "summit",
                         "leaders meeting": "summit", "leaders ' meeting": "summit", "council": "summit",
                         "foreign ministers ' meeting": "multilateral_meeting", "meeting": "multilateral_meeting",
                         "consultations": "multilateral_meeting", "convention": "forum", "week": "forum",
                         "retreat": "summit", "leaders ' retreat": "summit"}
"""The noun an event's name ends in, and the type of contact that such an event is."""
NAMING = (r"(?:europe|southeast|northeast|western|eastern|northern|southern|balkans|caucasus|gulf|arab|caribbean|latin|"
          r"indo-pacific|mediterranean|atlantic|black|sea|caspian|nordic|baltic|americas|african|islamic|turkic|"
          r"francophone|informal|extraordinary|annual|high-level|jubilee|virtual|joint|international|regional|global|"
          r"interregional|"
          r"economic|security|business|investment|media|diplomacy|nuclear|climate|peace|energy|strategic|political|"
          r"leaders|"
          r"central|east|west|asia|asian|plus|european|union|commission|council|middle|east|africa|pacific|world|supreme|"
          r"eurasian|"
          r"intergovernmental|collective|heads|general|american|north|south|ministerial|cooperation|partnership|high|"
          r"level|foreign|"
          r"ministers|council|people|digital|special|emergency|nato|alliance|policy|defense|defence|food|water|board|"
          r"technology|technologies|cyber|cybersecurity|counterterrorism|migration|democracy|infrastructure|"
          r"connectivity|"
          r"humanitarian|science|religious|freedom|environment|cultural|women|oceans?|gender|parliamentary|education|"
          r"justice|growth|assistance|reconciliation|action|stabilization|counternarcotics|intelligence|management|arms|"
          r"control|stability|disarmament|terrorism|drugs?|trafficking|aviation|space|health|labou?r|agriculture|minerals|"
          r"innovation|commercial|trade|crime|maritime|consular|counter-terrorism|cultural)")
BODY = (r"(?:council|heads?|of|the|state|states|government|governments|member|members|foreign|ministers|leaders|"
        r"chiefs?|"
        r"supreme|collective|security|economic|intergovernmental|eurasian|and|central|asia|asian|conference|assembly|"
        r"general|parties|people|congress|commission|standing|permanent|secretaries|defense|defence)")
ORDINAL = r"(?:\d+(?:st|nd|rd|th)|\d+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural)"
CONVENE = (
    r"met|meets?|gathered|gather|convened?|convenes|adopt|adopts|adopted|held|holds?|sign(?:ed|s)?|discuss|discussed|"
    r"approved?|agreed|agree|pledged"
)
"""What the ministers or leaders of a body do when they are in session."""
FIELD = (r"(?:agricultur\w+|farm|finance|financial|foreign|econom\w+|trade|oil|energy|budget|defen[cs]e|interior|"
         r"justice|"
         r"industry|fisheries|environment|transport|labou?r|health|education|culture|deputy|and|&|affairs|central|bank|"
         r"prime|treasury|development|planning|telecommunications|tourism|home)")
"""What ministers are ministers of: 'EC farm ministers'."""
ASSEMBLY = r"(?:meetings?|talks|session|discussions|negotiations|conference|gathering|consultations|council)"
"""What such ministers hold: 'talks by EC farm ministers'."""
IN_SESSION = (
    r"met|meets?|to meet|meeting|gather(?:ed)?|conven(?:ed?|es)|end(?:s|ed)?|conclud(?:ed?|es)|open(?:s|ed)?|"
    r"beg[aiu]ns?|"
    r"start(?:s|ed)?|(?:hold|holds|held|holding)(?= (?:\S+ ){0,4}?(?:meetings?|talks|session|discussions)\b)|"
    r"resum(?:ed?|es)|wound up|wrap(?:ped)? up|adjourn(?:ed)?|reconven(?:ed?|es)"
)
"""What tells that the ministers just named are together: they need not be a council."""
_SITTING = r"(?:meetings?|sessions?|consultations|debates?|briefings?|votes?)"
COUNCIL = (
    rf"(?:(?P<sitting>{_SITTING}) (?:of|by|at|in) )?(?:the )?(?:\d+ - member |\d+-member |\w+-member |full )?"
    rf"(?P<body>(?:O\d+(?: 's)? )?(?:peace and security|security|human rights) council|O\d+)"
    rf"(?P<held>(?: \w+)? {_SITTING})?(?= |$)"
    r"(?! (?:\w+ )?G\d)"
)
"""The standing councils of the United Nations, in session or named: envoys of the members sit there all year."""
SITTING_BODY = (
    r"(?:(?<=^)|(?<=^the )|(?<= that )|(?<= that the )|(?<= , )|(?<= , the )|(?<=said )|(?<=said the ))(?P<body>O\d+)"
    r"(?= (?:(?:will|would|to|is|are|was|due|set|expected|scheduled|has|have|also|on|D\d+) )*(?:"
    r"(?:meets?|met|convene[ds]?|gathers?|gathered)(?= (?:in|at|on|D\d+|for|to|behind|today|here)\b)"
    r"(?! (?:\S+ ){0,7}with\b)"
    r"|(?:hold|holds|held|convene[ds]?) (?:(?:an?|the|its|emergency|urgent|extraordinary|special|regular|annual|"
    r"ministerial|closed|closed-door|informal|consultative|\w+-level|\w+-day|D\d+) )+"
    r"(?:meeting|session|summit|consultations)\b(?! (?:\S+ ){0,4}with\b)))"
)
"""A body of states that is said to be in session: 'the O1 will hold an emergency meeting'."""
COUNCILS = ("Security Council", "Human Rights Council")
PARENT = (r"(?:on the (?:sidelines|margins|fringes|side lines) of|at the margins of|in the margins of|within the "
          r"framework of|"
          r"in the framework of|as part of|during|for|to attend|to participate in|to take part in|attending|at|in|of|"
          r"participating in|taking part in|took part in|participation in|in connection with|alongside|sidelines of|"
          r"margins of|arrived for|ahead of|before|prior to|in view of|after|following|since)")
NOT_PARENT = frozenset({"ahead of", "before", "prior to", "in view of", "after", "following", "since", "of", "in"})
GATHERINGS = frozenset({"summit", "forum", "conference", "congress", "ministerial", "convention"})
"""Nouns in which the name of a gathering ends that nothing but its capitals shows to be a name."""
