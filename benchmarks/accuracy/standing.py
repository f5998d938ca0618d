"""What stands in the way of fewer errors, class by class, as reading them showed."""

from __future__ import annotations

STANDING: dict[str, str] = {
    "topic": (
        "What was discussed and what the journalist explains stand in the same words; which of the two a sentence is, "
        "is often "
        "told only by the article's build. Codes overlap (`security_defence` and `conflict_peace`, "
        "`bilateral_relations` and "
        "everything), and two people agree on .85 of them."
    ),
    "event missed": (
        "Contacts told without any word of a contact (\"Watched by both presidents, …\"), by several sentences "
        "together, or by "
        "what only knowledge makes a contact (an unnamed round of negotiations between bodies that the article never "
        "pairs). Gatherings that have no name and whose members are listed over a paragraph."
    ),
    "background event missed": (
        "Recalled and coming contacts in subordinate clauses and noun phrases (\"on the eve of a trip that …\"), most "
        "with one side "
        "left unsaid. Every looser rule tried brought as many allusions as contacts."
    ),
    "outcome": (
        "An agreement to do something and a wish for it differ by a verb; the same act is a decision, a commitment or "
        "a "
        "declaration according to who tells it."
    ),
    "participant": (
        "Long lists in which names, offices and states come apart over clauses; members of a delegation named "
        "paragraphs later; "
        "a state that one labeller counts in and another takes for its leader."
    ),
    "capacity": (
        "Host and guest hang on where a contact took place; where the text leaves that to the reader's knowledge, so "
        "does the capacity. Two "
        "people agree on .76."
    ),
    "statement": (
        "Agencies that lost their quotation marks: where direct speech ends is a guess, and of such articles some "
        "labels count it "
        "and some don't. Speeches of officials on other matters in the same article."
    ),
    "start date": (
        "A day said of the announcement, the trip or the day before; days that follow from another article. Archives "
        "without "
        "a dateline."
    ),
    "end date": "Wrong with the start date, or a length (\"three-day\") told in another sentence than the start.",
    "city": "The city stands in the dateline alone, or is meant by a building or a host whom the lists don't know.",
    "country": "As with the city; and contacts beside a larger event whose place the article takes for known.",
    "main or background": (
        "Titles about what a leader said, over a text about whom he met; two contacts in one lead, of which a labeller "
        "took one or both."
    ),
    "background event invented": "Negotiations spoken of in general, and contacts taken for allusions by who labelled.",
    "event invented": "Private persons and candidates around a leader, and a second look at the opening that saw two "
                      "leaders who only differ.",
    "role": "Offices on the day of persons in no register, printed without their state.",
    "figure": "Sums about the relation beside sums about something else; which metric they are is a judgement.",
    "type": "A summit, a meeting of several and a two-sided meeting within one are told in the same words.",
    "status": "Remarks before a meeting (planned, ongoing or held, by labeller), and arrivals on the day of writing.",
    "parent event": "Events named by description instead of name; very few labels, so that one more or less moves it "
                    "far.",
}
"""By the name of an error class; a class without an entry had nothing left in it when this was written."""
