-- Who spoke about trade partnership? Full-text search: inflected forms count.
SELECT speaker, speaker_country, article_published_on, words
FROM mart.search_statements('trade partnership');
