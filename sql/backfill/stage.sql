UPDATE landing.backfill_part SET stage = %(stage)s WHERE backfill_id = %(backfill_id)s AND part = %(part)s
