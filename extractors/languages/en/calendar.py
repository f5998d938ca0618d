"""The English calendar: names of months and days, and the words that count from the day of writing."""

from __future__ import annotations

_FULL = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december")
MONTHS: dict[str, int] = {name: i for i, name in enumerate(_FULL, 1)}
MONTHS |= {name[:3]: i for name, i in list(MONTHS.items())} | {"sept": 9}
MONTHS |= {f"{name}.": i for name, i in list(MONTHS.items()) if len(name) <= 4 and name not in ("may", "june", "july")}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS: dict[str, int] = {name: i for i, name in enumerate(_DAYS)}
SHORT_WEEKDAYS = ("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun")
"""Cut short, a weekday is known as such only before the date itself: 'Tue, Sept 16'."""
SEASONS: dict[str, int] = {"winter": 1, "spring": 2, "summer": 3, "fall": 4, "autumn": 4}
"""Season to quarter, as the contract counts them."""
RELATIVE_DAYS: dict[str, int] = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "earlier today": 0,
    "later today": 0, "yesterday": -1, "last night": -1, "tomorrow": 1, "the day after tomorrow": 2,
    "the day before yesterday": -2}
STORY_DAYS: dict[str, int] = {"the same day": 0, "a day earlier": -1, "the previous day": -1, "the day before": -1,
                              "the next day": 1, "the following day": 1, "a day later": 1, "two days earlier": -2,
                              "the same evening": 0, "the same night": 0, "that day": 0,
                              "that evening": 0, "that night": 0, "that afternoon": 0, "that morning": 0,
                              "the previous evening": -1, "the previous night": -1, "the night before": -1,
                              "the evening before": -1, "the next morning": 1, "the following morning": 1,
                              "earlier in the day": 0, "later in the day": 0, "in the afternoon": 0,
                              "in the evening": 0, "in the morning": 0}
"""Days counted from the event just told of."""
STORY_STEPS: dict[str, int] = {"earlier": -1, "later": 1}
"""After a number of days: 'two days later'."""
OCCASIONS = (r"(?:meetings?|summits?|talks|visits?|trips?|tours?|sessions?|conferences?|negotiations|consultations|"
             r"gatherings?|assembly|forum|dialogue|dinner|lunch|call|ceremony|congress|mission)")
"""What is told by its month or weekend: 'the March meeting', 'weekend talks'."""
NUMBERS: dict[str, int] = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
                           "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "a": 1, "an": 1, "several": 0, "dozen": 12}
