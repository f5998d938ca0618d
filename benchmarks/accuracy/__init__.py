"""How well are summit records read? The labelled sets, the contract's scorer, and what stands beside the figures.

`sets` reads the material, `tallies` counts and draws intervals, `errors` sorts what is wrong into classes, `floors` are
the two simple readers, `confidence` asks whether confidence means what it says, `goals` are the figures to reach,
`events` asks which records tell of one contact, and `report` with `reliability` and `tables` writes it all down.
"""
