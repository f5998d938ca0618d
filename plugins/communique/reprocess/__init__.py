"""Re-reading: a newer extractor reads what landed, beside what is shown; then it takes its place, or gives it back.

    asked.py    what is asked for: sources and days, by which version
    ledger.py   what is to be read and what has been, in core.reprocess*
    work.py     takes part after part through the stages, short of showing it
    lanes.py    many workers on this machine
    switch.py   shows it in one transaction, rehearses that, takes it back
    command.py  `communique reprocess`
"""
