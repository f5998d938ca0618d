"""Words by which English text names the subjects of the contract's topic codes."""

from __future__ import annotations

TOPICS: dict[str, tuple[str, ...]] = {
    "trade_economy": (
        "banking", "business cooperation", "commerce", "commercial", "currencies", "customs", "debt", "economic",
        "economic cooperation", "economic growth", "economic partnership", "economic ties", "economy",
        "exchange rates", "exports", "finance", "free trade", "imports", "industrial cooperation", "industry",
        "inflation", "intellectual property", "jobs", "manufacturing", "market access", "protectionism",
        "semiconductors", "supply chains", "tariff", "tariffs", "trade", "trade and economic", "trade deficit",
        "trade imbalance", "trade surplus", "trade turnover",
    ),
    "investment": (
        "foreign direct investment", "invest", "invested", "investing", "investment", "investment projects",
        "investments", "investor", "investors", "joint ventures", "sovereign wealth fund",
    ),
    "energy": (
        "coal", "electricity", "energy", "energy security", "fuel", "gas", "hydroelectric", "hydrogen", "hydropower",
        "lng", "natural gas", "oil", "petroleum", "pipeline", "power plant", "renewable energy", "uranium supplies",
    ),
    "transport_logistics": (
        "air links", "air traffic", "aircraft", "airline", "airlines", "airport", "airports", "aviation", "bridge",
        "cargo", "civil aviation", "connectivity", "corridor", "corridors", "direct flights", "ferry", "flights",
        "freight", "grain exports via", "highway", "infrastructure links", "logistics", "logistics hub",
        "middle corridor", "navigation", "plane crash", "ports", "rail", "railway", "railways", "road links",
        "roads", "seaports", "shipping", "shipping lanes", "strait of hormuz", "trains", "trans-caspian", "transit",
        "transit trade", "transport", "transportation", "vessels",
    ),
    "security_defence": (
        "armed forces", "arms", "aukus", "cyber", "cybersecurity", "defence", "defense", "deterrence",
        "drug trafficking", "drugs", "extremism", "fentanyl", "law enforcement", "maritime security", "military",
        "narcotics", "organized crime", "peacekeeping", "piracy", "regional security", "security",
        "security assistance", "security cooperation", "trafficking", "transnational organized crime", "weapons",
    ),
    "counter_terrorism": (
        "al qaeda", "al-qaeda", "anti-terrorism", "counter-terrorism", "counterterrorism", "extremism", "isil",
        "isis", "islamic state", "terror", "terrorism", "terrorist", "terrorists",
    ),
    "conflict_peace": (
        "afghanistan", "aggression", "annexation", "burma", "cease-fire", "ceasefire", "conflict", "crisis",
        "de-escalation", "demilitarization", "escalation", "ethiopia", "exchange of prisoners", "fighting", "gaza",
        "haiti", "hezbollah", "hostages", "hostilities", "houthis", "invasion", "karabakh", "korean peninsula",
        "libya", "middle east", "myanmar", "nagorno-karabakh", "occupation", "peace", "peace initiative",
        "peace plan", "peace process", "peace settlement", "peace talks", "peaceful resolution",
        "political solution", "prisoners", "reconciliation", "security guarantees", "settlement", "situation in",
        "south sudan", "sovereignty", "sudan", "syria", "taiwan strait", "tensions", "territorial integrity",
        "tigray", "truce", "two-state solution", "ukraine", "venezuela", "war", "yemen",
    ),
    "nuclear": (
        "arms control", "ballistic missile program", "denuclearization", "disarmament", "enriched uranium",
        "enrichment", "iaea", "jcpoa", "non-proliferation", "nonproliferation", "nuclear", "nuclear deal",
        "nuclear energy", "nuclear plant", "nuclear power", "nuclear program", "nuclear programme",
        "nuclear weapons", "proliferation", "reactor", "reactors", "strategic stability", "uranium", "warheads",
    ),
    "sanctions": (
        "embargo", "export controls", "frozen assets", "lifting of sanctions", "price cap", "restrictive measures",
        "sanction", "sanctioned", "sanctions", "sanctions relief", "secondary sanctions",
    ),
    "border_territory": (
        "annexed", "border", "border crossing", "border crossing points", "border crossings", "border dispute",
        "borders", "checkpoints", "delimitation", "demarcation", "disputed islands", "enclaves", "exclaves",
        "frontier", "kuril", "maritime boundary", "maritime claims", "south china sea", "state border",
        "state borders", "taiwan", "taiwan question", "territorial", "territorial dispute", "territorial waters",
    ),
    "migration": (
        "asylum", "deportation", "illegal migration", "immigration", "irregular migration", "labor migrants",
        "labor migration", "labor mobility", "labour migrants", "labour migration", "migrant", "migrant workers",
        "migrants", "migration", "mobility", "readmission", "refugee", "refugees", "resettlement", "visa",
        "visa facilitation", "visa-free", "visas",
    ),
    "humanitarian_aid": (
        "aid convoys", "development assistance", "disaster relief", "earthquake", "evacuation", "food aid",
        "humanitarian", "humanitarian access", "humanitarian aid", "humanitarian assistance", "humanitarian crisis",
        "humanitarian support", "relief", "relief supplies",
    ),
    "human_rights": (
        "abductions", "abuses", "anti-corruption", "civil society", "corruption", "democracy",
        "democratic institutions", "democratic values", "detained", "detention",
        "free and fair elections", "freedom of expression", "fundamental freedoms", "gender",
        "gender equality", "good governance", "human rights", "indigenous", "jailed", "media freedom", "minorities",
        "political prisoners", "press freedom", "religious freedom", "rule of law", "women", "women's rights",
        "women, girls, and minorities",
    ),
    "culture_education": (
        "academic", "academic exchanges", "archaeology", "arts", "cultural", "cultural and humanitarian",
        "cultural center", "cultural exchanges", "culture", "education", "educational", "exchange students",
        "exchanges between people", "film", "heritage", "higher education", "humanitarian ties", "language",
        "museums", "people-to-people", "people-to-people exchanges", "people-to-people ties", "scholars",
        "scholarships", "schools", "sport", "sports", "students", "teachers", "theater", "training of personnel",
        "training of specialists", "universities", "university", "youth",
    ),
    "science_technology": (
        "5g", "ai", "artificial intelligence", "bioscience", "biotechnology", "critical minerals",
        "critical raw materials", "critical technologies", "emerging technologies", "high technology", "high-tech",
        "innovation", "innovations", "innovative", "nanotechnology", "quantum", "rare earths", "research", "science",
        "scientific", "scientists", "semiconductors", "tech", "technologies", "technology",
    ),
    "digital": (
        "ai", "artificial intelligence", "cyberattacks", "cybersecurity", "data centers", "digital",
        "digital economy", "digital infrastructure", "digital technologies", "digital transformation",
        "digitalisation", "digitalization", "e-commerce", "e-government", "hackers", "information technologies",
        "information technology", "internet", "it parks", "it sector", "microchips", "telecommunications",
    ),
    "environment_climate": (
        "arctic", "biodiversity", "carbon", "clean energy", "clean hydrogen", "climate", "climate change",
        "climate crisis", "decarbonization", "deforestation", "desertification", "ecological", "ecology",
        "emissions", "environment", "environmental", "glaciers", "global warming", "green economy", "green energy",
        "green growth", "green transition", "just transition", "net zero", "paris agreement", "pollution",
        "renewable energy", "renewables", "sustainable", "sustainable development", "wildlife",
    ),
    "water": (
        "amu darya", "aral sea", "caspian", "caspian sea level", "dam", "hydropower and water", "irrigation", "nile",
        "reservoir", "reservoirs", "rivers", "syr darya", "transboundary rivers", "water", "water management",
        "water resources", "water sharing", "water supply", "water use", "water-sharing",
    ),
    "health": (
        "coronavirus", "covax", "covid", "covid-19", "disease", "ebola", "epidemic", "global health", "health",
        "health care", "health security", "health systems", "healthcare", "hospital", "hospitals", "medical",
        "medicine", "medicines", "pandemic", "pharmaceutical", "pharmaceuticals", "public health", "sanitary",
        "vaccination", "vaccine", "vaccines",
    ),
    "agriculture_food": (
        "agri-food", "agribusiness", "agricultural", "agriculture", "agro-industrial", "beef", "crops", "farm",
        "farm products", "farmers", "farming", "fertilizers", "fisheries", "food", "food security", "food supplies",
        "grain", "grains", "harvest", "livestock", "meat", "poultry", "rice", "soybeans", "wheat",
    ),
    "space": (
        "baikonur", "cosmonaut", "outer space", "satellite", "satellites", "space", "space exploration",
        "spacecraft",
    ),
    "tourism": (
        "tourism", "tourist", "tourist exchanges", "tourist flow", "tourists", "travelers", "visitors",
    ),
    "institutional_reform": (
        "accession", "admit", "economic reforms", "enlargement", "institutional reform", "membership",
        "political reforms", "reform", "reform of the organization", "reform of the united nations", "reforms",
        "role for the world organization", "role of the un", "security council reform", "un reform",
    ),
    "regional_cooperation": (
        "asean", "central asia", "cooperation within the", "eastern mediterranean",
        "global agenda", "global challenges", "global issues", "indo-pacific", "interaction within",
        "international agenda", "international and regional", "international issues", "international organizations",
        "multilateral cooperation", "multilateral formats", "pacific islands", "regional agenda",
        "regional and global", "regional and international", "regional challenges", "regional cooperation",
        "regional developments", "regional issues", "regional stability", "sahel", "shanghai spirit",
        "western balkans", "western hemisphere", "world organization",
    ),
    "bilateral_relations": (
        "alliance", "allied relationship", "bilateral", "bilateral agenda", "bilateral cooperation",
        "bilateral engagement", "bilateral issues", "bilateral relations", "bilateral relationship",
        "bilateral ties", "comprehensive partnership", "cooperation between", "diplomatic relations", "friendship",
        "good-neighborly", "improving relations", "inter-parliamentary", "interparliamentary", "mutual interest",
        "partnership", "political dialogue", "relations", "relations between", "relations between the two countries",
        "relations of strategic partnership", "relationship between", "strategic dialogue", "strategic partnership",
        "strengthen relations", "ties", "ties between", "two countries' relations", "u.s. relations",
    ),
}
WEAK = frozenset({
    "alliance", "arms", "asean", "bilateral", "border", "central asia", "commercial", "crisis", "culture", "dam",
    "debt", "defence", "defense", "disease", "drugs", "economic", "environment", "farm", "finance", "food", "fuel",
    "gas", "health", "humanitarian", "industry", "innovation", "internet", "jobs", "language", "medical",
    "membership", "military", "nuclear", "oil", "partnership", "rail", "reform",
    "relations", "research", "security", "settlement", "sovereignty", "space", "sports", "sustainable",
    "taiwan", "technology", "tensions", "terror", "terrorist", "ties", "trade", "ukraine", "war", "water", "youth",
})
"""Words that name a subject less surely than the others."""
CUES = (
    r"\b(?:according|address\w*|agenda|agree|agreed?|aim\w*|areas?|ask\w*|asked|attention|briefed|call\w*|"
    r"commend\w*|commit\w*|concern\w*|condemn\w*|confirm\w*|consider\w*|consult\w*|convey\w*|cooperat\w*|cover\w*|"
    r"covered|deal\w*|deepen\w*|described|development|discuss\w*|dwell\w*|dwelt|efforts|emphasi\w*|encourag\w*|"
    r"exchang\w*|expand\w*|explor\w*|express\w*|fields?|focus\w*|hail\w*|highlight\w*|importance|includ\w*|"
    r"including|inform\w*|interest\w*|issues?|look\w* forward|note[ds]?|offered|on the table|opinions?|outlined|"
    r"pledg\w*|prais\w*|press|pressed|progress|proposed|prospects|rais\w*|reaffirm\w*|recall\w*|reiterat\w*|"
    r"resolv\w*|review\w*|said|says|sectors?|seek|shared|sharing|signed|sought|speak|spheres?|spoke|strengthen\w*|"
    r"stress\w*|subject|support\w*|talk\w*|thank\w*|told|topics?|touch\w*|underlin\w*|underscor\w*|urg\w*|views?|"
    r"ways|welcom\w*|went over|work\w*)\b"
)
"""What a sentence says that tells of what was discussed, agreed or stressed."""
AGENDA = (
    r"\b(?:discuss\w*|talk(?:s|ed)? (?:on|about|over)|exchang\w+ (?:of )?(?:views|opinions)|touch\w* (?:up)?on|"
    r"focus\w*|agenda|cover\w*|topics?|review\w*|spoke (?:about|of)|speak about|consult\w*|rais(?:e|ed|ing)|"
    r"address\w*|went over|subjects?|dwel\w*)\b"
)
"""What a sentence says that names the subjects of talks, held or to come."""
BACKGROUND = (
    r"\b(?:in (?:19|20)\d\d|last (?:year|month)|since|years ago|previously|founded|population|analysts|experts|"
    r"protest\w*|critics|election campaign|opposition|police|court|shares|stocks|investors said|barrels? a day|"
    r"(?:not|n't|never)(?: \S+)? (?:discuss\w*|talk\w*|rais\w*|touch\w*|mention\w*))\b"
)
"""What a sentence says that tells of something else."""
PLACES = frozenset({
    "afghanistan", "burma", "ethiopia", "gaza", "haiti", "karabakh", "korean peninsula", "libya", "middle east",
    "myanmar", "nagorno-karabakh", "south sudan", "sudan", "syria", "taiwan strait", "tigray", "ukraine",
    "venezuela", "yemen",
})
"""Places that stand for a conflict, where the sentence speaks of one or says that they were the subject."""
REGIONS = frozenset({
    "asean", "central asia", "eastern mediterranean", "indo-pacific", "pacific islands", "sahel",
    "western balkans", "western hemisphere",
})
CONFLICT = (
    r"\b(?:wars?|conflicts?|cris[ie]s|situation|settle\w*|peace\w*|invasion|aggression|cease-?fire|truce|fighting|"
    r"hostil\w*|escalat\w*|de-escalat\w*|tensions?|developments|hostages?|attacks?|strikes?|violence|unprovoked|"
    r"invaded|defen[cs]e against|military|reconciliation|insurgen\w*|rebels?|coup)\b"
)
SUBJECT = r"\b(?:discuss\w*|on|about|over|regarding|concerning|topics?|agenda|issues?)(?: the)?(?: \S+,)*(?: and)? $"
"""What stands before a subject that is named without a word for what it is."""
RELATIONS = (
    r"\b(?:relations|relationship|partnership|strategic|contacts|interaction|two countries|alliance|ties|bilateral|"
    r"visit to)\b"
)
"""Words of two parties who talk about each other."""
GLOBAL = frozenset({"G20", "G7", "UN", "NATO"})
"""Bodies whose summits are not about a region."""
