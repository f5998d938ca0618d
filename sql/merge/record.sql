-- A record that is known stays as it was read first: the same text and extractor version give the same record.
INSERT INTO core.record (
    record_key, reading_id, record_id, event_type, visit_kind, event_status, is_main, event_name, start_date, end_date,
    date_precision, city, country, venue, geoname_id, latitude, longitude, parent_event_name,
    parent_event_organization, cameo_code, plover_code, confidence, evidence, batch_id)
SELECT
    core.month_start(core.month_key(g.text_key)) + nextval('core.record_number'),
    g.reading_id,
    s.record_id,
    s.record #>> '{event,type}',
    s.record #>> '{event,visit_kind}',
    s.record #>> '{event,status}',
    (s.record #>> '{event,is_main}')::boolean,
    s.record #>> '{event,name}',
    s.record #>> '{event,start_date}',
    s.record #>> '{event,end_date}',
    s.record #>> '{event,date_precision}',
    s.record #>> '{event,place,city}',
    s.record #>> '{event,place,country}',
    s.record #>> '{event,place,venue}',
    (s.record #>> '{event,place,geoname_id}')::numeric::bigint,
    (s.record #>> '{event,place,latitude}')::double precision,
    (s.record #>> '{event,place,longitude}')::double precision,
    s.record #>> '{event,parent_event,name}',
    s.record #>> '{event,parent_event,organization}',
    s.record #>> '{event,codes,cameo}',
    s.record #>> '{event,codes,plover}',
    (s.record ->> 'confidence')::double precision,
    core.spans(s.record #> '{event,evidence}'),
    s.batch_id
FROM staging.record AS s
-- Looked up row by row: nobody has counted what was staged a moment ago, and a join would be planned for one row of it.
CROSS JOIN LATERAL (
    SELECT a.text_sha256, a.extractor_version
    FROM staging.article AS a
    WHERE a.batch_id = %(batch_id)s AND a.article_id = s.article_id
    ORDER BY a.fetched_at DESC, a.position DESC
    LIMIT 1
) AS a
CROSS JOIN LATERAL (
    SELECT g.reading_id, t.text_key
    FROM core.reading AS g
    JOIN core.article_text AS t USING (article_id, text_sha256)
    WHERE g.article_id = s.article_id AND g.text_sha256 = a.text_sha256 AND g.extractor_version = a.extractor_version
    OFFSET 0
) AS g
WHERE s.batch_id = %(batch_id)s
  AND NOT s.held_back
  AND NOT EXISTS (
    SELECT FROM core.record AS known WHERE known.reading_id = g.reading_id AND known.record_id = s.record_id)
ORDER BY s.position
