-- What has President Putin said, and in which office?
SELECT article_published_on, office_title, office_country, words
FROM mart.statements
WHERE person_id = 'Q7747'
ORDER BY article_published_on, position;
