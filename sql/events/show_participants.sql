SELECT * FROM mart.event_participants WHERE event_id = %(event_id)s ORDER BY position
