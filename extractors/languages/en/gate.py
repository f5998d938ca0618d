"""The English words by which the gate tells what may report a contact from what cannot: whole words, lower case."""

from __future__ import annotations

from extractors.languages import words

CONTACT = words("""
    met meet meets meeting meetings talks talked talking summit summits visit visits visited visiting visitor
    visitors trip trips travel travels travelled traveled travelling traveling arrive arrives arrived arriving
    arrival call calls spoke speak speaks spoken speaking phone phoned phones letter letters telegram telegrams
    message messages cable cables greetings condoles consult consults consulted consultation consultations treaty
    conversation conversations congratulate
    congratulates congratulated congratulations condolence condolences sign signs signed signing negotiate
    negotiates negotiated negotiating negotiation negotiations discuss discusses discussed discussing discussion
    discussions dialogue invite invites tour tours toured touring confer confers conferred conferring credentials
    credence banquet retreat farewell fete fetes feted alongside huddled brought brings delegations invited inviting
    invitation lunch luncheon dinner breakfast audience trilateral bilateral availability""")
"""Words of a contact."""
FAINT = words("""
    talk called welcome welcomes welcomed welcoming conference receive receives received receiving host hosts hosted
    hosting session telephone telephoned convene convenes convened told tells greet greets greeted attend attends
    attended attending joined join joins gathered gather forum assembly ceremony delegation delegations chair chairs
    chaired chairing co-chaired presided represented sitting round rounds agree agrees agreed pledge pledges pledged
    vow vows vowed reaffirm reaffirms reaffirmed exchange exchanged participation participated participate
    participates inform informs informed come came go goes went flew headed left be fly flies flying
    heading leaves departs departed departing landed lands barred see""")
"""Words of a contact that companies, courts and parliaments share."""
OFFICES = words("""
    president presidents minister ministers premier premiers chancellor chancellors secretary secretaries king queen
    emir sultan prince pope ambassador ambassadors envoy envoys leader leaders head heads speaker delegate delegates
    delegation delegations representative representatives official officials commissioner diplomat diplomats
    counterpart counterparts chief chairman governor governors sides ministry negotiators adviser advisor aide aides
    coordinator director mr mrs kremlin""")
"""Offices, and who else speaks for a state or body."""
OPINION = (
    r"^\W*(?:opinion|op-?ed|editorial|commentary|column|viewpoint|letter to the editor|quiz|blog|review)\b(?: (?:piece|"
    r"by \w+))?"
    r"\s*[:|\-–—]"
)
"""How the title of a piece of opinion begins: what it says of meetings is argument."""
SELF = frozenset({"i", "we"})
WISHES = frozenset({"wish", "congratulate", "salute", "convey", "send", "extend"})
"""What, after a word of `SELF`, a state says to another: 'I wish the people of … a joyous Independence Day'."""
