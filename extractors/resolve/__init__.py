"""Records of one real contact, in any language and spelling, become one event; what its reports say is
weighed.

Pure functions over records of the contract. The parts, each by the question that it answers:

    report        what of a record can tell one contact from another
    identity      who is the same participant (transliterate: what a Cyrillic name is in Latin letters)
    series        which gathering, which edition
    dates         do two dated mentions allow one event
    company       do two records name the same parties
    likeness      are two records one contact, with reasons
    cluster       which records are one event
    incremental   which events result from new records, which ids stay
    blocking      under which keys candidates are found
    consensus     what holds of an event
    conflicts     what its reports disagree on

For a warehouse
---------------
1. Beside each current record keep `stored(facts)` (text array, GIN) and `window(facts)` (as a `daterange`,
   GiST), with `facts = facts(record)`. Ordinals become dates by `date.fromordinal`.
2. For a batch make `report(record, key=...)` of each record, with the warehouse's own key, and call
   `neighbourhood(new, find, existing, pins)`. `find(reports)` answers with the current reports that are
   stored under any of `sought(facts)` of the given ones and whose windows overlap, with all members of the
   given ones' events, and with all reports of the given ones' articles; `existing(keys)` with the events that
   hold any of the keys. Both are asked a few times, each time for what is new. A `Likenesses` given to this
   and to the next step saves weighing pairs twice.
3. `resolve(hood.reports, existing, pins, context=hood.context, superseded=..., taken=...)` gives the events.
   `existing` are the events that hold any of `hood.reports`, `taken` all ids that were ever given and are
   aliases now: those that redirect to the existing ones will do. Write `events` (an upsert by id), `aliases`
   (one row each; point older aliases of the same id at the new target, or follow them when read), `splits`
   for the record, and retire `emptied`. A batch over its own outcome changes nothing.
4. Per event that changed, `consensus(reports, weight)` and `conflicts(reports)` give values, participants,
   status with its history, and disagreements.
5. When an extractor version is switched, pass the former records of the batch's articles as `superseded`:
   their events go on with the records that took their place.

Pins are a reviewer's: they name two record keys, outdo every rule, and are passed again each time. Those that
name a record that a new reading replaced have to be carried over to the new key by whoever keeps them.
"""

from __future__ import annotations

from extractors.resolve.blocking import candidates, sought, stored, window
from extractors.resolve.cluster import Clustering, Pin, cluster
from extractors.resolve.conflicts import Claim, Conflict, conflicts
from extractors.resolve.consensus import Consensus, Step, Value, Weight, by_source, consensus
from extractors.resolve.incremental import (
    Event,
    Existing,
    Neighbourhood,
    Resolution,
    event_id,
    neighbourhood,
    resolve,
)
from extractors.resolve.likeness import Likeness, Likenesses, likeness, reasons
from extractors.resolve.report import Facts, Report, facts, report

__all__ = [
    "Claim",
    "Clustering",
    "Conflict",
    "Consensus",
    "Event",
    "Existing",
    "Facts",
    "Likeness",
    "Likenesses",
    "Neighbourhood",
    "Pin",
    "Report",
    "Resolution",
    "Step",
    "Value",
    "Weight",
    "by_source",
    "candidates",
    "cluster",
    "conflicts",
    "consensus",
    "event_id",
    "facts",
    "likeness",
    "neighbourhood",
    "reasons",
    "report",
    "resolve",
    "sought",
    "stored",
    "window",
]
