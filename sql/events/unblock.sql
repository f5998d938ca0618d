DELETE FROM core.record_block WHERE record_key = ANY(%(record_keys)s)
