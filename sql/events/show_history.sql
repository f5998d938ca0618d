SELECT * FROM mart.event_status_history WHERE event_id = %(event_id)s ORDER BY position
