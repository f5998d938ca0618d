"""Fits the reader's confidence to the labelled articles: is a record that says 0.8 right eight times in ten?

`cases` are the records of the labelled sets with their signs, `fit` makes a calibration of them, `validate` says what
it is worth on articles it has not seen, `by_hand` is the confidence that it replaced.
"""
