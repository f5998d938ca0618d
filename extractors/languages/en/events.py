"""How English names larger events: summits, sessions, forums."""

from __future__ import annotations

HEADS: dict[str, str] = {"summit": "summit", "summits": "summit", "session": "summit", "forum": "forum",
                         "conference": "forum", "congress": "forum", "assembly": "forum", "general debate": "forum",
                         "consultative meeting": "summit", "ministerial": "multilateral_meeting", "dialogue": "forum",
                         "council meeting": "summit", "leaders ' summit": "summit",
                         "leaders meeting": "summit", "leaders ' meeting": "summit", "council": "summit",
                         "foreign ministers ' meeting": "multilateral_meeting", "meeting": "multilateral_meeting",
                         "consultations": "multilateral_meeting", "convention": "forum", "week": "forum"}
"""The noun an event's name ends in, and the type of contact that such an event is."""
NAMING = (r"(?:informal|extraordinary|annual|high-level|jubilee|virtual|joint|international|regional|global|"
          r"interregional|"
          r"economic|security|business|investment|media|diplomacy|nuclear|climate|peace|energy|strategic|political|"
          r"leaders|"
          r"central|asia|asian|plus|european|union|commission|council|middle|east|africa|pacific|world|supreme|"
          r"eurasian|"
          r"intergovernmental|collective|heads|general|american|north|south|ministerial|cooperation|partnership|high|"
          r"level|foreign|"
          r"ministers|council|people|digital|special|emergency|nato|alliance|policy|defense|defence|food|water|board)")
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
PARENT = (r"(?:on the (?:sidelines|margins|fringes|side lines) of|at the margins of|in the margins of|within the "
          r"framework of|"
          r"in the framework of|as part of|during|for|to attend|to participate in|to take part in|attending|at|in|of|"
          r"participating in|taking part in|took part in|participation in|in connection with|alongside|sidelines of|"
          r"margins of|arrived for|ahead of|before|prior to|in view of|after|following|since)")
NOT_PARENT = frozenset({"ahead of", "before", "prior to", "in view of", "after", "following", "since", "of", "in"})
