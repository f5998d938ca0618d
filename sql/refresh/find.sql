SELECT refresh_id, countries, compared_at, compared, refusal, applied_at
FROM reference.refresh WHERE refresh_id = %(refresh_id)s
