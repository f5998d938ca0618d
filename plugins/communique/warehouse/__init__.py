"""The warehouse: its queue, its staging tables, the load and the publication, each a function over a connection."""
