"""Who hosts, who comes as a guest: from the soil on which a contact takes place, and from who received."""

from __future__ import annotations

from extractors.summit.reading import Contact, Entity, Reading

REMOTE = frozenset({"phone_call", "video_conference"})
_OF_MANY = frozenset({"summit", "multilateral_meeting"})
_SEATS: dict[str, frozenset[str]] = {
    "Brussels": frozenset({"EU", "NATO"}),
    "Paris": frozenset({"OECD", "UNESCO"}),
    "Vienna": frozenset({"IAEA", "OSCE", "OPEC"}),
    "Geneva": frozenset({"WHO", "WTO", "UNHCR", "ICRC"}),
    "Strasbourg": frozenset({"CoE"}),
    "Addis Ababa": frozenset({"AU"}),
    "Cairo": frozenset({"LAS"}),
    "Riyadh": frozenset({"GCC"}),
    "Jeddah": frozenset({"OIC"}),
    "Jakarta": frozenset({"ASEAN"}),
    "Rome": frozenset({"FAO", "WFP"}),
    "London": frozenset({"EBRD"}),
    "Washington": frozenset({"IMF", "WB", "OAS"}),
}
"""Where bodies have their seats."""


def sides(found: Reading, keys: list[int]) -> list[str]:
    """Countries and bodies that `keys` stand for, in order and once each."""
    return list(dict.fromkeys(side for key in keys if (side := found.entities[key].side) is not None))


def hosted_visit(found: Reading, contact: Contact) -> None:
    """Adds the visited state as host where no host is named."""
    if contact.type != "visit":
        return
    if not contact.hosts and contact.country and contact.country not in sides(found, contact.guests):
        key = found.delegation(contact.country)
        contact.hosts.append(key)
        if key not in contact.parties:
            contact.parties.append(key)


def received_at_home(found: Reading, contact: Contact) -> None:
    """Who receives does so in the own country, where the text names no other place and no larger event around it."""
    if (
        contact.rule not in ("receive.host", "received.by", "call.on", "credentials.host", "credentials.guest")
        or contact.country
        or contact.parent
        or contact.type in REMOTE
    ):
        return
    hosts = [found.entities[key] for key in contact.hosts]
    countries = {entity.country for entity in hosts}
    if len(countries) == 1 and None not in countries and not any(entity.organization for entity in hosts):
        contact.country = countries.pop()
        contact.place_span, contact.rules["place"] = (contact.start, contact.end), "place.host"


def capacity(found: Reading, contact: Contact) -> None:
    """Host and guest from the soil; who received stays host."""
    if contact.type in REMOTE or contact.type == "correspondence":
        contact.hosts, contact.guests = [], []
        return
    if (
        contact.type in _OF_MANY
        and not contact.rule.startswith("invite")
        and (not contact.chairs or contact.rule in ("receive.host", "received.by"))
    ):
        # where several come together, who is received is one of them; only whom the chair invited is a guest
        contact.guests = []
    if contact.type == "visit":
        return
    if contact.hosts and contact.guests:
        came = set(sides(found, contact.guests)) - set(sides(found, contact.hosts))
        contact.guests += [
            key for key in contact.seated if found.entities[key].side in came and key not in contact.guests
        ]
        return
    if contact.country is None:
        if contact.type == "bilateral_meeting" and contact.hosts:
            contact.guests = [key for key in contact.parties if key not in contact.hosts]
        return
    if contact.country == "US" and contact.parent is not None and contact.parent.organization == "UN":
        # beside the General Assembly nobody is at home
        return
    entities = found.entities
    own = [key for key in contact.parties if _at_home(entities[key], contact.country)]
    if contact.type == "bilateral_meeting" or (contact.type == "signing" and len(sides(found, contact.parties)) == 2):
        if not own:
            # a body receives at its own seat
            seated = _SEATS.get(contact.city or "", frozenset())
            own = [key for key in contact.parties if entities[key].organization in seated]
        if own and len(own) < len(contact.parties):
            # who sits beside the host receives nobody
            contact.hosts = [key for key in own if key not in contact.seated or not _met(found, contact)] or own
            contact.guests = [key for key in contact.parties if key not in own]
    elif own:
        contact.hosts = [key for key in own if key not in contact.chairs]


def _met(found: Reading, contact: Contact) -> bool:
    """Whether somebody is named of each side who doesn't only sit beside."""
    leading = [key for key in contact.parties if key not in contact.seated and found.entities[key].name is not None]
    return len(sides(found, leading)) == len(sides(found, contact.parties))


def _at_home(entity: Entity, country: str) -> bool:
    return entity.country == country and not entity.organization
