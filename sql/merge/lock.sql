-- One load or publication at a time: two could otherwise each miss that the other brings a copy of its article.
SELECT pg_advisory_xact_lock(hashtextextended('core load', 0))
