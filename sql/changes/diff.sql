UPDATE core.article_change SET diff = %(diff)s WHERE article_id = %(article_id)s AND changed_at = %(changed_at)s
