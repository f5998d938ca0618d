SELECT set_config('communique.reprocess_id', %(reprocess_id)s, true)
