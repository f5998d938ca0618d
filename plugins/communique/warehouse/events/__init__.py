"""Records become events: one row a real contact, whoever reports it, with everything traceable to the records.

The rules are those of `extractors.resolve`, which knows no database. Here is what it asks of one, each by its question:

    batch         which events a batch changes, within its publication
    whole         the same for a warehouse that holds records without events, or was resolved by older rules
    neighbours    what of the warehouse a batch's events can hang on, by index
    kept          which of these this process has read before
    blocks        under which keys a record is found as a candidate
    successors    which record of a newer reading took a former one's place
    weights       what a source's word weighs
    values        what holds of an event, as rows
    outcome       what resulted, into the tables
    pins          a reviewer's word, as it stands
    review        what a reviewer decides now
    show          an event with its reports, values and conflicts, for people

What may be shown and what counts are one: a record counts in an event from the moment its reading is current, it is
published and its article is no copy. Everything here runs under the lock of the load, one batch after the other.
"""

from __future__ import annotations

from communique.warehouse.events.batch import Settled, resolve
from communique.warehouse.events.review import Decided, PinError, pin
from communique.warehouse.events.show import NoSuchEvent, show
from communique.warehouse.events.whole import resolve_all, unsettled

__all__ = ["Decided", "NoSuchEvent", "PinError", "Settled", "pin", "resolve", "resolve_all", "show", "unsettled"]
