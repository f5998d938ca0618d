"""Words by which English text names the subjects of the contract's topic codes."""

from __future__ import annotations

TOPICS: dict[str, tuple[str, ...]] = {
    "trade_economy": (
        "trade", "economic", "economy", "commerce", "commercial", "trade turnover", "tariffs", "tariff", "customs",
        "exports",
        "imports", "business cooperation", "industrial cooperation", "free trade", "market access", "supply chains",
        "finance",
        "economic cooperation", "trade and economic", "prosperity", "economic ties", "banking", "industry",
        "currencies",
        "economic growth", "trade deficit", "trade surplus", "debt", "protectionism", "exchange rates", "inflation",
        "jobs", "economic partnership", "trade imbalance", "manufacturing", "semiconductors", "intellectual property"),
    "investment": ("investment", "investments", "investors", "joint ventures", "invest"),
    "energy": ("energy", "oil", "gas", "electricity", "hydropower", "pipeline", "natural gas", "lng", "power plant",
    "coal",
               "hydrogen", "fuel", "hydroelectric", "energy security", "petroleum", "renewable energy", "uranium "
                                                                                                        "supplies"),
    "transport_logistics": ("transport", "transit", "logistics", "railway", "railways", "corridor", "corridors",
    "aviation",
                            "flights", "connectivity", "cargo", "ports", "middle corridor", "trans-caspian",
                            "air links",
                            "roads", "highway", "rail", "shipping", "infrastructure links", "ferry", "civil aviation",
                            "grain exports via", "transportation"),
    "security_defence": ("security", "defense", "defence", "military", "armed forces", "arms", "security cooperation",
                         "missile", "missiles", "organized crime", "drugs", "drug trafficking", "fentanyl", "narcotics",
                         "weapons", "law enforcement", "cyber", "cybersecurity", "security assistance", "extremism",
                         "transnational organized crime", "stability", "deterrence", "nato", "alliance", "aukus",
                         "piracy",
                         "maritime security", "trafficking", "peacekeeping"),
    "counter_terrorism": ("terrorism", "counterterrorism", "counter-terrorism", "terrorist", "terrorists", "islamic "
                                                                                                           "state",
                          "isis", "al qaeda", "extremism", "terror", "anti-terrorism", "isil", "al-qaeda"),
    "conflict_peace": ("conflict", "war", "peace", "ceasefire", "cease-fire", "settlement", "ukraine", "syria", "gaza",
                       "afghanistan", "yemen", "libya", "invasion", "aggression", "hostilities", "peace process",
                       "truce",
                       "situation in", "crisis", "karabakh", "nagorno-karabakh", "peace talks", "middle east",
                       "myanmar",
                       "taiwan strait", "sudan", "ethiopia", "tigray", "hostages", "prisoners", "escalation",
                       "tensions",
                       "peace settlement", "de-escalation", "territorial integrity", "korean peninsula", "venezuela",
                       "sovereignty", "burma", "haiti", "political solution", "south sudan", "houthis", "hezbollah"),
    "nuclear": ("nuclear", "denuclearization", "non-proliferation", "nonproliferation", "iaea", "jcpoa", "nuclear deal",
                "nuclear program", "nuclear programme", "uranium", "nuclear power", "nuclear weapons", "proliferation",
                "ballistic missile program", "nuclear energy"),
    "sanctions": ("sanctions", "sanction", "embargo", "lifting of sanctions", "secondary sanctions", "sanctions relief",
                  "export controls", "frozen assets"),
    "border_territory": ("border", "borders", "state border", "delimitation", "demarcation", "territorial", "frontier",
                         "border crossing", "border crossings", "checkpoints", "maritime boundary", "taiwan question",
                         "disputed islands", "taiwan", "kuril", "south china sea", "territorial dispute"),
    "migration": ("migration", "migrants", "migrant", "immigration", "visa", "visas", "visa-free", "refugees",
    "refugee",
                  "labor migration", "labour migration", "readmission", "visa facilitation", "asylum", "resettlement",
                  "border crossings by migrants", "illegal migration", "irregular migration"),
    "humanitarian_aid": ("humanitarian aid", "humanitarian assistance", "humanitarian", "relief", "aid convoys",
    "earthquake",
                         "humanitarian access", "food aid", "relief supplies", "disaster relief", "evacuation",
                         "humanitarian crisis", "humanitarian support", "development assistance"),
    "human_rights": ("human rights", "democracy", "democratic", "elections", "election", "fundamental freedoms",
    "civil society",
                     "religious freedom", "press freedom", "political prisoners", "rule of law", "women's rights",
                     "democratic values", "good governance", "corruption", "anti-corruption", "freedom of expression",
                     "women, girls, and minorities", "minorities", "gender equality"),
    "culture_education": ("culture", "cultural", "education", "educational", "students", "humanitarian ties",
                          "people-to-people", "universities", "scholarships", "exchanges between people", "language",
                          "cultural and humanitarian", "academic", "scholars", "museums", "sports", "youth",
                          "people-to-people ties", "higher education", "heritage"),
    "science_technology": ("science", "technology", "technologies", "scientific", "research", "innovation",
    "innovations",
                           "artificial intelligence", "critical technologies", "emerging technologies", "quantum",
                           "biotechnology", "critical minerals", "rare earths", "high technology", "bioscience", "5g"),
    "digital": ("digital", "digitalization", "digitalisation", "digital economy", "e-government", "it sector",
    "data centers",
                "artificial intelligence", "e-commerce", "digital transformation", "information technology",
                "internet"),
    "environment_climate": ("climate", "climate change", "environment", "environmental", "decarbonization", "green "
                                                                                                            "energy",
                            "emissions", "deforestation", "biodiversity", "glaciers", "ecology", "ecological",
                            "climate crisis", "green economy", "green transition", "clean energy", "sustainable",
                            "paris agreement", "desertification", "carbon"),
    "water": ("water", "water resources", "rivers", "aral sea", "caspian sea level", "hydropower and water",
    "irrigation",
              "transboundary rivers", "dam", "water-sharing", "water management", "syr darya", "amu darya", "nile"),
    "health": ("health", "healthcare", "health care", "covid-19", "pandemic", "vaccine", "vaccines", "medicine",
    "medical",
               "pharmaceuticals", "coronavirus", "global health", "public health", "covid", "ebola", "disease"),
    "agriculture_food": ("agriculture", "agricultural", "grain", "food security", "food", "wheat", "farm", "farming",
    "farmers",
                         "agri-food", "agro-industrial", "fertilizers", "livestock", "fisheries", "beef", "soybeans"),
    "space": ("space", "outer space", "satellite", "satellites", "baikonur", "space exploration", "cosmonaut",
    "spacecraft"),
    "tourism": ("tourism", "tourist", "tourists", "tourist flow", "tourist exchanges"),
    "institutional_reform": ("reform of the organization", "reforms", "reform", "un reform", "security council reform",
                             "institutional reform", "reform of the united nations", "accession", "membership",
                             "enlargement",
                             "political reforms", "economic reforms", "role of the un", "role for the world "
                                                                                        "organization",
                             "secretariat", "admit"),
    "regional_cooperation": (
        "regional cooperation", "regional issues", "regional and global", "regional agenda", "indo-pacific", "central "
                                                                                                             "asia",
        "south caucasus", "regional security", "global issues", "multilateral", "regional stability", "international "
                                                                                                      "agenda",
        "regional and international", "shanghai spirit", "multilateral cooperation", "regional developments",
        "eurasian",
        "eastern mediterranean", "asean", "regional challenges", "global challenges", "western hemisphere", "sahel",
        "international issues", "multilateral formats", "international organizations", "regional",
        "international and regional", "cooperation within the", "interaction within", "c5+1", "world organization",
        "western balkans", "pacific islands", "transatlantic", "global agenda"),
    "bilateral_relations": (
        "bilateral relations", "bilateral relationship", "bilateral cooperation", "bilateral ties", "strategic "
                                                                                                    "partnership",
        "bilateral", "friendship", "relations between the two countries", "bilateral agenda", "relationship between",
        "partnership", "allied relationship", "good-neighborly", "diplomatic relations", "comprehensive partnership",
        "relations between", "bilateral issues", "political dialogue", "interparliamentary", "inter-parliamentary",
        "relations of strategic partnership", "bilateral engagement", "two countries' relations", "ties between",
        "u.s. relations", "mutual interest", "improving relations", "strengthen relations", "cooperation between",
        "relations", "ties", "alliance", "strategic dialogue"),
}
WEAK = frozenset({"stability", "security", "trade", "economic", "relations", "ties", "regional", "partnership", "war",
    "peace",
                  "crisis", "language", "space", "food", "water", "research", "border", "arms", "military",
                  "prosperity",
                  "drugs", "industry", "jobs", "finance", "settlement", "reform", "oil", "gas", "alliance", "nato",
                  "youth", "sports", "taiwan", "elections", "election", "terror", "terrorist", "fuel", "debt",
                  "environment",
                  "sovereignty", "ukraine", "membership", "internet", "dam", "medical", "farm", "disease", "rail",
                  "sustainable", "innovation", "multilateral", "tensions", "culture", "commercial", "technology",
                  "defense",
                  "defence", "health", "nuclear", "asean", "central asia", "sanctions", "humanitarian", "bilateral"})
"""Words that name a subject only where the sentence says that it was discussed."""
CUES = (r"\b(?:told|said|says|ask\w*|inform\w*|hail\w*|prais\w*|dwell\w*|dwelt|deal\w*|cover\w*|"
        r"includ\w*|discuss\w*|talk\w*|exchang\w*|touch\w*|focus\w*|consider\w*|review\w*|emphasi\w*|stress\w*|"
        r"reaffirm\w*|"
        r"underscor\w*|"
        r"underlin\w*|rais\w*|agreed?|agree|cooperat\w*|attention|agenda|address\w*|express\w*|reiterat\w*|"
        r"highlight\w*|note[ds]?|"
        r"welcom\w*|call\w*|condemn\w*|thank\w*|support\w*|concern\w*|commit\w*|pledg\w*|interest\w*|opinions?|views?|"
        r"topics?|issues?|"
        r"subject|covered|commend\w*|confirm\w*|strengthen\w*|expand\w*|deepen\w*|urg\w*|spoke|speak|spheres?|"
        r"prospects|"
        r"development|convey\w*|encourag\w*|aim\w*|pressed|press|offered|proposed|sought|seek|resolv\w*|ways|efforts|"
        r"importance|"
        r"shared|sharing|including|outlined|briefed|asked|sectors?|areas?|fields?|signed|consult\w*|explor\w*|work\w*|"
        r"described)\b")
BACKGROUND = (r"\b(?:in (?:19|20)\d\d|last (?:year|month)|since|years ago|previously|founded|population|analysts|"
              r"experts|protest\w*|"
              r"critics|election campaign|opposition|police|court|shares|stocks|investors said|barrels? a day)\b")
