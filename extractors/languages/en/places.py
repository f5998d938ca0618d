"""Words by which English says where a contact takes place, over `sentence.code` (L city, V building, C country)."""

from __future__ import annotations

_BEFORE = (r"(?:the|his|her|their|a|downtown|city|of|ancient|neighbouring|neighboring|western|eastern|northern|southern"
           r"|A\d+|C\d+|x|capital|resort|presidential|official|sea|black|red|swiss|central|historic|royal|\w+ern|port"
           r"|town)")
AT = (rf"\b(?P<how>in|at|to|visited|(?<!a )(?<!the )visiting|arrived in|near|outside|inside)(?: {_BEFORE})* "
      r"(?P<site>[LVC]\d+|A\d+ capital|capital of (?:the )?C\d+)(?![\d-])"
      r"(?! (?:university|institute|college|school|academy|polytechnic|protocol|process|accords?|format|club|embassy|"
      r"consulate|ambassador|mission)\b)"
      r"(?: ,? ?(?:in|,) (?:the )?(?:A\d+ )?(?:(?:city|capital|town|region|province|state|port|"
      r"resort|central|\w+ern|of) )*(?P<more>[LC]\d+))?")
"""A place after a preposition, with the larger one that it lies in."""
CAPITAL = r"\bcapital (?:city )?of (?:the )?$"
"""Before a country: its capital is meant."""
CAPITAL_AFTER = r" capital\b(?! (?:market|flow|invest|goods|good|account|fund|punish|city \w+ x))"
WHERE = r"\b(?P<site>[LVC]\d+)(?: , (?P<more>[LC]\d+))?(?: \( [CL]\d+ \))? ,? ?where\b"
"""The place that a clause is told of: 'Geneva, where in June the two met'."""
HOSTING = (r"\b(?P<site>L\d+)(?: , (?P<more>[LC]\d+) ,)? (?:will |would |is to |was to |is due to |has |had |again )*"
           r"(?:host|hosts|hosted|hosting)\b")
"""A city that hosts the contact named after it."""
NO_SCENE = (r"(?:war|conflict|situation|crisis|interests?|peace|settlement|involvement|investments?|troops|forces|"
            r"rights|"
            r"abuses|violations|developments|events|democracy|stability|operations?|reforms?|elections?|coup|violence|"
            r"fighting|terrorism|unrest|projects?|presence|"
            r"ambassador|embassy) (?:in|to|at) (?:the )?$")
"""Before a country: what goes on there or who is sent there, and not where the contact is."""
NO_SCENE_CITY = (r"(?:war|conflict|situation|crisis|fighting|strikes?|attacks?|clash\w*|violence|siege|protests?|"
                 r"shelling|bombings?|offensive|killings?|bloodshed|tensions|unrest|explosions?|poisoning|murder|"
                 r"(?<!at the [AC]\d )(?<!at the [AC]\d\d )embassy|"
                 r"(?<!at the [AC]\d )consulate|ambassador|, monitored|, received|aim|jabs?|swipes?|anger|"
                 r"frustration) (?:in|to|at|near|outside) (?:the )?$")
"""The same before a city."""
ASIDE = (r"\b(?:as (?!part |well |a |the |an |guests? )|while |amid |despite "
         r"|over (?!lunch|dinner|breakfast|tea|coffee|the ))(?:\S+ ){1,5}$")
"""Before a place: what goes on at that time, and not the contact, is there."""
TRAVELLING = (r"(?:(?:visits?|trips?)(?: (?:of|by) P\d+(?: and P\d+)?)?|travel\w*|came|come|arriv\w+|flew|fly|flies"
              r"|flown|go|goes|went|going|head(?:s|ed|ing)"
              r"|(?:invit|welcom)\w+(?: (?:the|P\d+|his|her|and|,)){0,4}) to$")
"""Before a place after 'to': who travels is there; else 'to Ankara' is to a government."""
ELSEWHERE = (r"\b(?:after|before|following|since|ahead of|prior to) (?:\S+ ){0,4}"
             r"(?:talks|meetings?|visit|trip|summit|session|conference) (?:\S+ )?$")
"""Before a place: another contact is there."""
CLAUSE = (r" (?:who|which|whom|whose|because|despite|amid|about|regarding|concerning|against|urg\w+"
          r"|call(?:ed|ing) (?:for|on)|and (?:said|told)|(?:days|hours|shortly) (?:after|before)) ")
"""Between the words of a contact and a country: what is said of it, and where that goes on."""
_CONTACT = (r"(?:meets?|met|meetings?|talks?|summits?|holds?|held|hosts?|hosted|receives?|received|gathers?|gathered|"
            r"convenes?|convened|confers?|conferred|dialogue|consultations|negotiations|session|forum|conference|"
            r"welcomes?|welcomed)")
_ASIDE = (r"(?:as|over|amid|about|while|because|that|who|which|to|for|against|(?:and|,)(?! (?:the )?[ACGOPT]\d)|q|;|:"
          r"|\.|-|–|—|on(?! D\d))")
TITLED = (rf"\b(?:{_CONTACT}(?: (?!{_ASIDE} )\S+){{0,8}}?|(?:signs?|signed|inks?|inked)(?: (?!{_ASIDE} )\S+){{1,3}}?)"
          r" (?:in|at)(?: the)?(?: (?:A\d+|capital|city|of))* (?P<site>[LV]\d+)\b"
          r"(?! (?:war|crisis|conflict|attack\w*|issue|process|clash\w*|siege|ceasefire|strikes?))")
"""The place that a title gives the contact it reports."""
TITLED_TRIP = r"\b(?P<site>L\d+) (?:visit|trip|talks|stay|stopover|summit|meeting)\b"
"""A city before what takes place there, in a title."""
VENUE = (r"\bat (?:the |his |her )?(?P<v>(?:[A-ZÀ-Þ][\w’'\-]+ |of |the |and |de |al-|el-|José |presidential "
         r"|official )*?"
         r"(?:Palace|Hall|Center|Centre|Residence|residence|Hotel|House|Ordo|Guesthouse|Complex|complex|Castle|Theatre|"
         r"Theater|Pavilion|Villa|Headquarters|headquarters|Manor|Lodge|Club|Museum|Mansion|Ministry|Chancellery|"
         r"airport|Airport|State Guesthouse|of the People|Flores))\b")
"""A building by what kind of building it is; over the text itself."""
NAMESAKE = r" (?:,(?! (?:and |the )*[ACP]\d)|\.|on D\d|$)|$"
"""After a city and a country: the country is where the city lies, and begins no new clause."""
INSIDE = r"\b(?:at|in|to|inside) (?:the )?$"
"""Before a building: the contact is in it."""
HERE = r"\bhere\b|\bin this (?:\S+ ){0,4}?(?:city|town|capital|resort|port|village|island|metropolis)\b"
AGREED = r" (?:to|that|on (?!D)|about|over|for|against|a|an|the|more|new|their|its) "
"""Between what two sides agreed or pledged and a place: it is part of what they agreed on."""
