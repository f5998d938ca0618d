"""Who hosts, who comes as a guest: from the soil on which a contact takes place, and from who received."""

from __future__ import annotations

from extractors.summit.reading import Contact, Entity, Reading

REMOTE = frozenset({"phone_call", "video_conference"})


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


def capacity(found: Reading, contact: Contact) -> None:
    """Host and guest from the soil; who received stays host."""
    if contact.type in REMOTE or contact.type == "correspondence":
        contact.hosts, contact.guests = [], []
        return
    if contact.type in ("multilateral_meeting", "summit") and contact.rule in ("receive.host", "received.by"):
        contact.guests = []
    if contact.type == "visit" or (contact.hosts and contact.guests):
        return
    if contact.country is None:
        if contact.type == "bilateral_meeting" and contact.hosts:
            contact.guests = [key for key in contact.parties if key not in contact.hosts]
        return
    entities = found.entities
    own = [key for key in contact.parties if _at_home(entities[key], contact.country)]
    if contact.type == "bilateral_meeting" or (contact.type == "signing" and len(sides(found, contact.parties)) == 2):
        if not own and contact.country == "BE" and contact.city == "Brussels":
            # the Union and the Alliance receive at their own seat
            own = [key for key in contact.parties if entities[key].organization in ("EU", "NATO")]
        if own and len(own) < len(contact.parties):
            contact.hosts = own
            contact.guests = [key for key in contact.parties if key not in own]
    elif own:
        contact.hosts = [key for key in own if key not in contact.chairs]


def _at_home(entity: Entity, country: str) -> bool:
    return entity.country == country and not entity.organization
