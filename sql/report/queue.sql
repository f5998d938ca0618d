SELECT
    count(*) FILTER (WHERE status IN ('queued', 'claimed', 'fetched')) AS under_way,
    count(*) FILTER (WHERE status = 'waiting') AS waiting,
    count(*) FILTER (WHERE status = 'loaded') AS loaded,
    count(*) FILTER (WHERE status = 'no_article') AS no_article,
    count(*) FILTER (WHERE status = 'dead') AS dead,
    count(*) AS entries,
    count(DISTINCT source_key) AS sources
FROM landing.entry
WHERE source_key = ANY(%(sources)s)
