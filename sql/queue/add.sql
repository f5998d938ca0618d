INSERT INTO landing.entry (
    source_key, feed_url, url, canonical_url, guid, title, summary, published_at, changed_at, language)
SELECT %(source_key)s, %(feed_url)s, e.url, e.canonical_url, e.guid, e.title, e.summary, e.published_at, e.updated_at,
    e.language
FROM jsonb_to_recordset(%(entries)s) AS e (
    url text, canonical_url text, guid text, title text, summary text, published_at timestamptz,
    updated_at timestamptz, language text)
WHERE NOT EXISTS (
    SELECT FROM landing.entry AS known
    WHERE known.source_key = %(source_key)s AND known.canonical_url = e.canonical_url
) AND NOT EXISTS (
    SELECT FROM landing.entry AS known
    WHERE known.source_key = %(source_key)s AND known.guid = e.guid
)
ORDER BY e.published_at NULLS LAST, e.canonical_url
ON CONFLICT DO NOTHING
