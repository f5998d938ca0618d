-- Which publisher reports how much, how often first, and how long after the first report?
SELECT source, count(*) AS events, sum(report_count) AS reports, count(*) FILTER (WHERE is_first) AS first,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY delay_minutes) AS median_delay_minutes
FROM mart.media_coverage
GROUP BY source
ORDER BY events DESC, source;
