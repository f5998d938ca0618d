SELECT text_key, body FROM core.article_body WHERE text_key = ANY(%(text_keys)s)
