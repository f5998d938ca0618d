SELECT core.open_month(month_key) FROM unnest(%(month_keys)s::int[]) AS given (month_key)
