-- A record that is known stays as it was read first: the same text and extractor version give the same record.
INSERT INTO core.record (
    record_key, reading_id, record_id, event_type, visit_kind, event_status, is_main, event_name, start_date, end_date,
    date_precision, city, country, venue, geoname_id, latitude, longitude, parent_event_name,
    parent_event_organization, cameo_code, plover_code, confidence, evidence, batch_id)
SELECT
    core.month_start(core.month_key(t.text_key)) + nextval('core.record_number'),
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
JOIN (
    SELECT DISTINCT ON (article_id) article_id, text_sha256, extractor_version
    FROM staging.article
    WHERE batch_id = %(batch_id)s
    ORDER BY article_id, fetched_at DESC, position DESC
) AS a USING (article_id)
JOIN core.reading AS g USING (article_id, text_sha256, extractor_version)
JOIN core.article_text AS t USING (article_id, text_sha256)
WHERE s.batch_id = %(batch_id)s
  AND NOT s.held_back
  AND NOT EXISTS (
    SELECT FROM core.record AS known WHERE known.reading_id = g.reading_id AND known.record_id = s.record_id)
ORDER BY s.position
