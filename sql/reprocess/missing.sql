-- Articles of a part that ought to have a reading by now and have none.
SELECT count(*)
FROM core.reprocess_article AS i
JOIN core.article AS a ON a.article_id = i.article_id AND a.text_sha256 = i.text_sha256
WHERE i.reprocess_id = %(reprocess_id)s AND i.part = %(part)s AND i.new_reading_id IS NULL
