UPDATE staging.article SET extractor_version = %(extractor_version)s WHERE batch_id = %(batch_id)s
