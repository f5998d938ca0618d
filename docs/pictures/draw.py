"""Three pictures of what the marts hold: a timeline of events, who meets whom, and where.

    python docs/pictures/draw.py --to docs/img [--dsn URI] [--from 2025-10-06] [--until 2025-10-12]

Reads the warehouse as any analyst does. SVG for the documents; give --png for bitmaps beside them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import altair as alt
import numpy as np
import psycopg
import vl_convert
from psycopg.rows import dict_row

LAND = Path(__file__).with_name("land-110m.json")
IN_PERSON = {"summit": "#b5332e", "bilateral_meeting": "#2f6db3", "multilateral_meeting": "#7a4fa3", "visit": "#2a8c5a",
             "signing": "#c98a1b", "forum": "#6b7280"}
AT_A_DISTANCE = {"phone_call": "#5bb5c9", "video_conference": "#3b8ea5", "correspondence": "#a3a3a3"}
KINDS = IN_PERSON | AT_A_DISTANCE
BY = {"phone_call": "by phone", "video_conference": "by video", "correspondence": "by letter"}
WIDTH = 980
LETTER = 6.4  # pixels of a letter of 11 points, on average

EVENTS = """
SELECT event_type, status, start_day_earliest AS day, coalesce(city, country_name) AS place, latitude, longitude, sides,
       organizations
FROM mart.events
WHERE is_main AND date_precision = 'day' AND start_day_earliest BETWEEN %(first)s AND %(last)s
ORDER BY start_day_earliest, first_reported_at, event_id
"""
EDGES = """
SELECT one_person, one_name, other_person, other_name, sum(event_count)::int AS contacts
FROM mart.person_pairs
WHERE month BETWEEN date_trunc('month', %(first)s::date) AND %(last)s AND status IN ('held', 'ongoing')
GROUP BY one_person, one_name, other_person, other_name
ORDER BY one_person, other_person
"""


def main(words: Sequence[str] | None = None) -> None:
    """Draw the three pictures into the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--dsn", help="the warehouse; by default that of the stack that runs here")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, default=date(2025, 10, 6))
    parser.add_argument("--until", dest="last", type=date.fromisoformat, default=date(2025, 10, 12))
    parser.add_argument("--png", action="store_true", help="bitmaps too, at twice the size")
    given = parser.parse_args(words)
    days = {"first": given.first, "last": given.last}
    with psycopg.connect(given.dsn or running(), row_factory=dict_row) as connection:
        events = connection.execute(EVENTS, days).fetchall()
        edges = connection.execute(EDGES, days).fetchall()
    given.to.mkdir(parents=True, exist_ok=True)
    for name, chart in (("timeline", timeline(events)), ("network", network(edges)), ("map", map_of(events))):
        spec = chart.configure(font="sans-serif", background="white").configure_view(stroke=None).to_dict()
        (given.to / f"{name}.svg").write_text(vl_convert.vegalite_to_svg(spec), encoding="utf-8")
        if given.png:
            (given.to / f"{name}.png").write_bytes(vl_convert.vegalite_to_png(spec, scale=2))


def running() -> str:
    """The analyst's address of the stack that runs here."""
    from communique import settings
    from communique.local.run import running_addresses

    return running_addresses(settings.get()).analyst


def kind(field: str = "event_type") -> alt.Color:
    """One colour a type of contact, the same in every picture."""
    return alt.Color(f"{field}:N", title=None, scale=alt.Scale(domain=list(KINDS), range=list(KINDS.values())),
                     legend=alt.Legend(orient="bottom", columns=5, labelExpr="replace(datum.label, /_/g, ' ')"))


def timeline(events: list[dict[str, Any]]) -> alt.LayerChart:
    """A column a day, an event a line in it: its type, who, and where."""
    rows, taken = [], {}
    for event in events:
        lane = taken[event["day"]] = taken.get(event["day"], -1) + 1
        who = sorted(event["sides"]) + sorted(event["organizations"])
        rows.append({"day": f"{event['day']:%a %-d %b}", "order": event["day"].isoformat(), "lane": lane,
                     "who": (" · " if len(who) < 6 else " ").join(who), "event_type": event["event_type"],
                     "place": event["place"] or BY.get(event["event_type"], ""),
                     "off": event["status"] in ("cancelled", "postponed")})
    base = alt.Chart(alt.Data(values=rows)).encode(
        alt.X("day:N", sort=alt.SortField("order"), title=None,
              axis=alt.Axis(orient="top", labelAngle=0, labelFontSize=12, ticks=False, domain=False, labelPadding=10)),
        alt.Y("lane:O", axis=None))
    boxes = base.mark_rect(cornerRadius=4, height={"band": 0.86}, width={"band": 0.96}).encode(
        kind(), opacity=alt.condition("datum.off", alt.value(0.25), alt.value(0.9)))
    words = {"align": "center", "color": "white"}
    dark = alt.condition("datum.off", alt.value("#444"), alt.value("white"))
    who = base.mark_text(dy=-6, fontWeight="bold", fontSize=10.5, **words).encode(text="who:N", color=dark)
    where = base.mark_text(dy=8, fontSize=10, **words).encode(
        text=alt.Text("label:N"), color=dark).transform_calculate(
        label="datum.off ? (datum.place + ' (called off)') : datum.place")
    deepest = max((row["lane"] for row in rows), default=0) + 1
    return alt.layer(boxes, who, where).properties(width=WIDTH, height=44 * deepest)


def network(edges: list[dict[str, Any]]) -> alt.LayerChart:
    """Persons as points, a line between two who met or spoke, as thick as often; who met more people is larger."""
    height = 620
    names = {edge[f"{end}_person"]: edge[f"{end}_name"] for edge in edges for end in ("one", "other")}
    people = sorted(names)
    index = {person: n for n, person in enumerate(people)}
    links = [(index[edge["one_person"]], index[edge["other_person"]], edge["contacts"]) for edge in edges]
    margin = np.array([90, 30])
    places = laid_out(len(people), links) * (np.array([WIDTH, height]) - 2 * margin) + margin
    degree = [sum(n in link[:2] for link in links) for n in range(len(people))]
    points = [{"x": x, "y": y, "name": names[person], "degree": degree[n]}
              for n, (person, (x, y)) in enumerate(zip(people, places.tolist(), strict=True))]
    for point, (x, y) in zip(points, beside([(one["x"], one["y"], 5 + one["degree"]) for one in points],
                                            [one["name"] for one in points]), strict=True):
        point |= {"label_x": x, "label_y": y}
    lines = [{"x": points[a]["x"], "y": points[a]["y"], "x2": points[b]["x"], "y2": points[b]["y"],
              "contacts": contacts} for a, b, contacts in links]
    across, down = alt.Scale(domain=[0, WIDTH], nice=False), alt.Scale(domain=[height, 0], nice=False)
    at = {"x": alt.X("x:Q", axis=None, scale=across), "y": alt.Y("y:Q", axis=None, scale=down)}
    drawn = alt.Chart(alt.Data(values=lines)).mark_rule(color="#9db3c8", opacity=0.8).encode(
        **at, x2="x2:Q", y2="y2:Q",
        strokeWidth=alt.StrokeWidth("contacts:Q", title="contacts", scale=alt.Scale(domain=[1, 3], range=[1, 6]),
                                    legend=alt.Legend(orient="bottom", values=[1, 2, 3], format="d")))
    people_drawn = alt.Chart(alt.Data(values=points))
    dots = people_drawn.mark_circle(color="#2f6db3", opacity=1).encode(
        **at, size=alt.Size("degree:Q", legend=None, scale=alt.Scale(range=[60, 700])))
    where = {"x": alt.X("label_x:Q", axis=None, scale=across), "y": alt.Y("label_y:Q", axis=None, scale=down),
             "text": "name:N"}
    halo = people_drawn.mark_text(fontSize=11, stroke="white", strokeWidth=3).encode(**where)
    labels = people_drawn.mark_text(fontSize=11, color="#222").encode(**where)
    return alt.layer(drawn, dots, halo, labels).properties(width=WIDTH, height=height)


def beside(circles: Sequence[tuple[float, float, float]], words: Sequence[str]) -> list[tuple[float, float]]:
    """Where the middle of each circle's label goes (x, y, radius; pixels), so that labels cover little of each other
    and of the circles: the best of eight places around it, the largest circle first."""
    found: dict[int, tuple[float, float]] = {}
    taken = [(x - r, y - r, x + r, y + r) for x, y, r in circles]
    for n in sorted(range(len(circles)), key=lambda one: -circles[one][2]):
        x, y, r = circles[n]
        half, tall = len(words[n]) * LETTER / 2, 7.0
        side, slant = r + half + 4, half * 0.8
        options = [(x, y - r - tall), (x, y + r + tall), (x + side, y), (x - side, y), (x + slant, y - r - tall),
                   (x - slant, y - r - tall), (x + slant, y + r + tall), (x - slant, y + r + tall)]
        boxes = [(a - half, b - tall, a + half, b + tall) for a, b in options]
        best = min(range(len(options)), key=lambda one: (round(sum(shared(boxes[one], box) for box in taken)), one))
        found[n] = options[best]
        taken.append(boxes[best])
    return [found[n] for n in range(len(circles))]


def shared(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """The area that two boxes (left, top, right, bottom) have in common."""
    return max(0.0, min(one[2], other[2]) - max(one[0], other[0])) * max(
        0.0, min(one[3], other[3]) - max(one[1], other[1]))


def laid_out(count: int, links: list[tuple[int, int, int]]) -> np.ndarray:
    """Positions in the unit square by springs along the links and repulsion between all (Fruchterman and Reingold,
    1991), the same each time; a pull to the middle keeps groups without a link between them from drifting away."""
    if not count:
        return np.empty((0, 2))
    place = np.random.default_rng(7).random((count, 2))
    ideal = 1.1 / np.sqrt(count)
    for heat in np.linspace(0.12, 0.002, 600):
        apart = place[:, None] - place[None]
        far = np.maximum(np.linalg.norm(apart, axis=2), 1e-3)
        move = (apart * (ideal**2 / far**2)[..., None]).sum(axis=1)
        for a, b, _ in links:
            pull = (place[a] - place[b]) * (np.linalg.norm(place[a] - place[b]) / ideal)
            move[a] -= pull
            move[b] += pull
        move -= (place - place.mean(axis=0)) * 1.5
        length = np.maximum(np.linalg.norm(move, axis=1), 1e-9)[:, None]
        place = place + move / length * np.minimum(length, heat)
    low, high = place.min(axis=0), place.max(axis=0)
    return (place - low) / np.maximum(high - low, 1e-9)


def map_of(events: list[dict[str, Any]]) -> alt.LayerChart:
    """A circle a city, by the number of contacts there, over the land; what has no city is not on it."""
    cities: dict[str, dict[str, Any]] = {}
    for event in events:
        held = event["status"] in ("held", "ongoing") and event["event_type"] in IN_PERSON
        if held and event["latitude"] is not None:
            city = cities.setdefault(event["place"], {
                "place": event["place"], "latitude": event["latitude"], "longitude": event["longitude"], "events": 0})
            city["events"] += 1
    points = list(cities.values())
    height = 520
    east = [one["longitude"] for one in points] or [-180, 180]
    north = [one["latitude"] for one in points] or [-90, 90]
    middle, level = (min(east) + max(east)) / 2, (min(north) + max(north)) / 2
    # Pixels a degree, such that all cities are in with eight degrees around them.
    scale = min(WIDTH / (max(east) - min(east) + 16), height / (max(north) - min(north) + 16))
    circles = [(WIDTH / 2 + (one["longitude"] - middle) * scale, height / 2 - (one["latitude"] - level) * scale,
                5 + 3 * one["events"]) for one in points]
    for one, (x, y) in zip(points, beside(circles, [one["place"] for one in points]), strict=True):
        one |= {"label_x": middle + (x - WIDTH / 2) / scale, "label_y": level - (y - height / 2) / scale}
    radius = float(np.degrees(scale))
    seen = {"type": "equirectangular", "rotate": [-middle, 0], "scale": radius, "clipExtent": [[0, 0], [WIDTH, height]],
            "translate": [WIDTH / 2, height / 2 + level * scale]}
    land = alt.Data(values=json.loads(LAND.read_text(encoding="utf-8")),
                    format=alt.TopoDataFormat(type="topojson", feature="land"))
    shape = alt.Chart(land).mark_geoshape(fill="#eef0f2", stroke="#c3c9d0", strokeWidth=0.7)
    lines = alt.Chart(alt.graticule(step=[10, 10])).mark_geoshape(stroke="#e3e6ea", strokeWidth=0.5, filled=False)
    base = alt.Chart(alt.Data(values=points))
    circle = base.mark_circle(color="#b5332e", opacity=0.75, stroke="white").encode(
        longitude="longitude:Q", latitude="latitude:Q",
        size=alt.Size("events:Q", title="contacts in person", scale=alt.Scale(domain=[1, 5], range=[90, 900]),
                      legend=alt.Legend(orient="bottom-left", values=[1, 2, 4], format="d")))
    names = base.mark_text(fontSize=11.5, fontWeight="bold", color="#222").encode(
        longitude="label_x:Q", latitude="label_y:Q", text="place:N")
    return alt.layer(lines, shape, circle, names).project(**seen).properties(width=WIDTH, height=height)


if __name__ == "__main__":
    main()
