"""How long do analysts' questions take? Each with many parameters, half of them of the busiest pairs and persons."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, LiteralString, cast

import psycopg
from communique import settings

from benchmarks.load.server import Server
from benchmarks.load.words import COMMON, vocabulary

TURNS = 60
"""Times that each question is asked, each time with other parameters."""
COOKBOOK_TURNS = 3
_SEED = 7
Chance = random.Random


@dataclass(frozen=True, slots=True)
class Timed:
    """A question and its times in milliseconds, from sending it to the last row at the client; `cold` is the first one
    in a session of its own, its plan and the catalogue's rows with it; `rows` how many it gave in the middle."""

    name: str
    cold: float
    p50: float
    p95: float
    worst: float
    rows: int
    most_rows: int


@dataclass(frozen=True, slots=True)
class Subjects:
    """What is asked about, each list half from the busiest, half at random."""

    pairs: list[tuple[str, str]]
    countries: list[str]
    people: list[str]
    events: list[str]
    summits: list[str]
    days: list[str]
    months: list[str]
    words: list[str]
    due: list[str]


Parameters = Callable[[Subjects, Chance], Sequence[object]]


def _pair(s: Subjects, chance: Chance) -> Sequence[object]:
    return chance.choice(s.pairs)


def _both(s: Subjects, chance: Chance) -> Sequence[object]:
    return [list(chance.choice(s.pairs))]


def _person(s: Subjects, chance: Chance) -> Sequence[object]:
    return [chance.choice(s.people)]


def _person_twice(s: Subjects, chance: Chance) -> Sequence[object]:
    return [chance.choice(s.people)] * 2


def _event(s: Subjects, chance: Chance) -> Sequence[object]:
    return [chance.choice(s.events)]


def _summit(s: Subjects, chance: Chance) -> Sequence[object]:
    return [chance.choice(s.summits)]


def _day(s: Subjects, chance: Chance) -> Sequence[object]:
    return [chance.choice(s.days)]


def _week(s: Subjects, chance: Chance) -> Sequence[object]:
    return [chance.choice(s.days)] * 2


def _month(s: Subjects, chance: Chance) -> Sequence[object]:
    return [chance.choice(s.months)]


def _country_week(s: Subjects, chance: Chance) -> Sequence[object]:
    return [[chance.choice(s.countries)], *_week(s, chance)]


def _country_month(s: Subjects, chance: Chance) -> Sequence[object]:
    return [chance.choice(s.countries), *_week(s, chance)]


def _words(s: Subjects, chance: Chance) -> Sequence[object]:
    return [chance.choice(s.words)]


def _due(s: Subjects, chance: Chance) -> Sequence[object]:
    return [chance.choice(s.due)]


QUESTIONS: dict[str, tuple[str, Parameters]] = {
    "events of a week": ("SELECT * FROM mart.events WHERE start_day_earliest BETWEEN %s::date AND %s::date + 6", _week),
    "events of a state in a week": (
        "SELECT * FROM mart.events WHERE sides @> %s AND start_day_earliest BETWEEN %s::date AND %s::date + 6",
        _country_week,
    ),
    "events of a pair, the newest 50": (
        "SELECT * FROM mart.events WHERE sides @> %s ORDER BY start_day_earliest DESC NULLS LAST LIMIT 50",
        _both,
    ),
    "events of a pair, all": ("SELECT * FROM mart.events WHERE sides @> %s", _both),
    "an event": ("SELECT * FROM mart.events WHERE event_id = %s", _event),
    "the newest 50 events": (
        "SELECT * FROM mart.events ORDER BY first_reported_at DESC NULLS LAST LIMIT 50",
        lambda _s, _c: [],
    ),
    "agenda of a person": (
        "SELECT * FROM mart.event_participants AS p JOIN mart.events AS e USING (event_id) WHERE p.person_id = %s "
        "ORDER BY e.start_day_earliest DESC NULLS LAST LIMIT 50",
        _person,
    ),
    "participants of an event": ("SELECT * FROM mart.event_participants WHERE event_id = %s", _event),
    "reports of an event": ("SELECT * FROM mart.event_reports WHERE event_id = %s", _event),
    "status history of an event": ("SELECT * FROM mart.event_status_history WHERE event_id = %s", _event),
    "conflicts of an event": ("SELECT * FROM mart.event_conflicts WHERE event_id = %s", _event),
    "provenance of an event": ("SELECT * FROM mart.provenance(%s)", _event),
    "media coverage of an event": ("SELECT * FROM mart.media_coverage WHERE event_id = %s", _event),
    "meetings (reports) of a day": ("SELECT * FROM mart.meetings WHERE start_day_earliest = %s::date", _day),
    "participants of a day's reports": ("SELECT * FROM mart.participants WHERE start_day_earliest = %s::date", _day),
    "outcomes of a day's reports": ("SELECT * FROM mart.outcomes WHERE start_day_earliest = %s::date", _day),
    "figures of a day's reports": ("SELECT * FROM mart.figures WHERE start_day_earliest = %s::date", _day),
    "pairs of a month": ("SELECT * FROM mart.meeting_pairs WHERE month = %s::date", _month),
    "a pair by months": ("SELECT * FROM mart.meeting_pairs WHERE one_country = %s AND other_country = %s", _pair),
    "whom a person meets": (
        "SELECT * FROM mart.person_pairs WHERE one_person = %s OR other_person = %s",
        _person_twice,
    ),
    "travel of a person": ("SELECT * FROM mart.leader_travel WHERE person = %s", _person),
    "trips of a person": ("SELECT * FROM mart.leader_trips WHERE person = %s", _person),
    "guests of a state in a month": (
        "SELECT * FROM mart.leader_travel WHERE country = %s AND start_day_earliest BETWEEN %s::date AND %s::date + 30",
        _country_month,
    ),
    "summits of a month": (
        "SELECT * FROM mart.summits WHERE start_day_earliest BETWEEN %s::date AND %s::date + 30",
        _week,
    ),
    "attendance of a summit": ("SELECT * FROM mart.summit_attendance WHERE event_id = %s", _summit),
    "statements of a person, the newest 50": (
        "SELECT * FROM mart.statements WHERE person_id = %s ORDER BY article_published_on DESC LIMIT 50",
        _person,
    ),
    "statements by their words": ("SELECT * FROM mart.search_statements(%s, 50)", _words),
    "figures of a pair": ("SELECT * FROM mart.pair_figures WHERE one_party = %s AND other_party = %s", _pair),
    "commitments of a pair": ("SELECT * FROM mart.commitments WHERE parties @> %s", _both),
    "commitments of an event": ("SELECT * FROM mart.commitments WHERE event_id = %s", _event),
    "commitments due on a day": ("SELECT * FROM mart.commitments WHERE due_day_latest = %s::date", _due),
    "calendar as of a day": ("SELECT * FROM mart.planned_calendar_on(%s::date)", _day),
    "calendar ahead now": ("SELECT * FROM mart.planned_calendar", lambda _s, _c: []),
    "holders of offices of a state": (
        "SELECT * FROM mart.offices WHERE country = %s",
        lambda s, chance: [chance.choice(s.countries)],
    ),
}


def measure(server: Server, *, turns: int = TURNS) -> list[Timed]:
    """Ask every question as the analyst."""
    subjects = _subjects(server, turns)
    return [
        _asked(server.analyst, name, question, parameters, subjects, turns)
        for name, (question, parameters) in QUESTIONS.items()
    ]


def cookbook(server: Server, *, turns: int = COOKBOOK_TURNS) -> list[Timed]:
    """Ask the questions of sql/cookbook as they stand there: many count through all that there is."""
    files = sorted((settings.get().sql_dir / "cookbook").glob("*.sql"))
    return [
        _asked(server.analyst, _asks(path), path.read_text(encoding="utf-8"), lambda _s, _c: [], None, turns)
        for path in files
    ]


def _asks(path: Path) -> str:
    return path.stem.split("_", 1)[1].replace("_", " ")


def _asked(
    dsn: str,
    name: str,
    question: str,
    parameters: Callable[[Any, Chance], Sequence[object]],
    subjects: Subjects | None,
    turns: int,
) -> Timed:
    chance = random.Random(_SEED)  # noqa: S311 - the same parameters each time
    times, counts = [], []
    with psycopg.connect(dsn, autocommit=True) as conn:
        for _ in range(turns):
            given = parameters(subjects, chance)
            began = time.perf_counter()
            # Without parameters a % in it stands for itself
            rows = conn.execute(cast(LiteralString, question), given or None).fetchall()
            times.append((time.perf_counter() - began) * 1000)
            counts.append(len(rows))
    warm = sorted(times[1:] or times)
    return Timed(
        name,
        times[0],
        statistics.median(warm),
        warm[min(len(warm) - 1, int(0.95 * len(warm)))],
        warm[-1],
        int(statistics.median(counts)),
        max(counts),
    )


def _subjects(server: Server, count: int) -> Subjects:
    half = max(1, count // 2)
    with psycopg.connect(server.owner, autocommit=True) as conn:

        def some(busiest: LiteralString, any_: LiteralString) -> list[Any]:
            given = {"half": half}
            found = [*conn.execute(busiest, given), *conn.execute(any_, given)]
            return [row[0] if len(row) == 1 else tuple(row) for row in found]

        conn.execute("SELECT setseed(0.5)")
        counted: LiteralString = "SELECT one_country, other_country FROM core.country_pair GROUP BY 1, 2 ORDER BY "
        events: LiteralString = "SELECT event_id FROM core.event WHERE retired_at IS NULL "
        days = [
            row[0]
            for row in conn.execute(
                "SELECT DISTINCT start_day_earliest FROM core.event WHERE date_precision = 'day' ORDER BY 1"
            )
        ]
        return Subjects(
            pairs=some(counted + "count(*) DESC, 1, 2 LIMIT %(half)s", counted + "random() LIMIT %(half)s"),
            countries=some(
                "SELECT country FROM core.event_participant WHERE country IS NOT NULL GROUP BY 1 "
                "ORDER BY count(*) DESC, 1 LIMIT %(half)s",
                "SELECT country FROM reference.country ORDER BY random() LIMIT %(half)s",
            ),
            people=some(
                "SELECT person_id FROM core.event_participant WHERE person_id IS NOT NULL GROUP BY 1 "
                "ORDER BY count(*) DESC, 1 LIMIT %(half)s",
                "SELECT person_id FROM core.event_participant WHERE person_id IS NOT NULL GROUP BY 1 ORDER BY random() "
                "LIMIT %(half)s",
            ),
            events=some(
                events + "ORDER BY report_count DESC, 1 LIMIT %(half)s", events + "ORDER BY random() LIMIT %(half)s"
            ),
            summits=some(
                events + "ORDER BY event_type = 'summit' DESC, report_count DESC, 1 LIMIT %(half)s",
                events + "ORDER BY event_type = 'summit' DESC, random() LIMIT %(half)s",
            ),
            days=[str(day) for day in days],
            months=sorted({f"{day:%Y-%m}-01" for day in days}),
            words=_searches(conn, count),
            due=[
                str(row[0])
                for row in conn.execute(
                    "SELECT DISTINCT core.period_last_day(due_date) FROM core.outcome "
                    "WHERE outcome_type IN ('invitation', 'commitment', 'next_meeting') AND due_date IS NOT NULL "
                    "ORDER BY 1"
                )
            ],
        )


def _searches(conn: psycopg.Connection[Any], count: int) -> list[str]:
    """A word, two words or a phrase of what was said; the commonest stand for those that searches leave out."""
    chance = random.Random(_SEED)  # noqa: S311 - the same each time
    said: Iterable[tuple[str]] = conn.execute(
        "SELECT words FROM core.statement ORDER BY md5(words) LIMIT %s", [count]
    )
    common, found = frozenset(vocabulary()[0][:COMMON]), []
    for (words,) in said:
        every = [word for word in words.lower().split() if word not in common] or words.lower().split()
        at = chance.randrange(max(1, len(every) - 1))
        found.append(chance.choice((every[at], f"{every[at]} {every[-1]}", f'"{every[at]}"')))
    return found
