UPDATE landing.backfill_part SET problem = %(problem)s WHERE backfill_id = %(backfill_id)s AND part = %(part)s
