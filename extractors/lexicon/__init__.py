"""What the readers know of the world: countries, organizations, offices over time, cities, venues, events.

The tables stand in `data/*.csv`, each row with its source and status; this package only looks things up.
"""
