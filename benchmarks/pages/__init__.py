"""How well are articles read off pages? Our reader beside the well-known ones, over the same pages in one run.

`corpus` holds the pages and cuts articles out of them, `readers` the readers, `worker` runs one of them in a process of
its own, `scores` compares, `report` writes.
"""
