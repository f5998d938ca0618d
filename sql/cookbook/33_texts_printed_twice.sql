-- Which articles print an earlier article's text, and so bear no witness of their own?
SELECT source, title, published_at AT TIME ZONE 'UTC' AS published_utc, first_source,
    extract(epoch FROM published_at - first_published_at)::int / 60 AS minutes_later
FROM mart.reprints
ORDER BY published_at, title;
