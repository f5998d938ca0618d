UPDATE core.article AS a SET reprint_of_article_id = given.first_id, reprint_likeness = given.likeness
FROM unnest(%(article_ids)s::text[], %(first_ids)s::text[], %(likeness)s::real[]) AS given (article_id, first_id, likeness)
WHERE a.article_id = given.article_id
  AND (a.reprint_of_article_id, a.reprint_likeness) IS DISTINCT FROM (given.first_id, given.likeness)
