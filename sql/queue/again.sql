-- Corrections come within days; a site that dates its whole archive anew is not asked for it.
WITH given AS (
    SELECT canonical_url, guid, title, updated_at
    FROM jsonb_to_recordset(%(entries)s) AS e (canonical_url text, guid text, title text, updated_at timestamptz)
    WHERE updated_at IS NOT NULL
), due AS (
    SELECT DISTINCT ON (known.entry_id) known.entry_id, given.title, given.updated_at
    FROM given
    JOIN landing.entry AS known
      ON known.source_key = %(source_key)s
     AND (known.canonical_url = given.canonical_url OR known.guid = given.guid)
    WHERE known.status = 'loaded'
      AND (known.changed_at IS NULL OR given.updated_at > known.changed_at)
      -- What was fetched after the change has it; ten minutes for clocks that differ
      AND given.updated_at > coalesce(known.claimed_at, known.discovered_at) - interval '10 minutes'
      AND coalesce(known.published_at, known.discovered_at) > now() - interval '7 days'
      AND known.revisits < %(max_revisits)s
    ORDER BY known.entry_id, given.updated_at DESC
)
UPDATE landing.entry AS e SET
    status = 'queued',
    attempts = 0,
    revisits = e.revisits + 1,
    changed_at = due.updated_at,
    title = coalesce(due.title, e.title),
    next_attempt_at = now(),
    updated_at = now()
FROM due
WHERE e.entry_id = due.entry_id
