"""Backfill: what was published before anybody watched, from a publisher's own lists or from WARC files of others.

    asked.py    what is asked for: a source and days, or WARC files
    archive.py  WARC files ▶ captures           whose.py    an address ▶ the source it belongs to
    lists.py    sitemaps and listings ▶ entries
    ledger.py   what is to be done and what is done, in landing.backfill*
    work.py     looks through the origins, divides what they hold, takes part after part through the stages
    bench.py    many workers on this machine    command.py  `communique backfill`
"""
