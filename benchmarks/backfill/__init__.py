"""How many articles a second does a backfill bring from WARC files to core? `made` makes the files."""
