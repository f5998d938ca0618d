-- In the order in which they lie in their files, or in which they were published.
WITH so_far AS (
    SELECT coalesce(max(part), 0) AS parts FROM landing.backfill_part WHERE backfill_id = %(backfill_id)s
), numbered AS (
    SELECT i.source_key, i.canonical_url, so_far.parts + 1 + (row_number() OVER (
        ORDER BY i.warc_path, i.warc_offset, i.published_at, i.source_key, i.canonical_url) - 1) / b.part_size AS part
    FROM landing.backfill_item AS i
    JOIN landing.backfill AS b USING (backfill_id)
    CROSS JOIN so_far
    WHERE i.backfill_id = %(backfill_id)s AND i.part IS NULL
), divided AS (
    UPDATE landing.backfill_item AS i SET part = numbered.part
    FROM numbered
    WHERE i.backfill_id = %(backfill_id)s AND i.source_key = numbered.source_key
      AND i.canonical_url = numbered.canonical_url
    RETURNING i.part
)
INSERT INTO landing.backfill_part (backfill_id, part, items)
SELECT %(backfill_id)s, part, count(*) FROM divided GROUP BY part
