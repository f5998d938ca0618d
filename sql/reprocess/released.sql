UPDATE staging.record AS s SET held_back = false
FROM quarantine.record AS q
WHERE s.batch_id = %(batch_id)s AND s.held_back
  AND q.article_id = s.article_id AND q.record_id = s.record_id AND q.record_md5 = md5(s.record::text)
  AND q.status = 'released'
