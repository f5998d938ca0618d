-- At which level do Kazakhstan and Azerbaijan meet?
SELECT month, event_type, level, status, event_count
FROM mart.meeting_pairs
WHERE one_country = 'AZ' AND other_country = 'KZ' AND month IS NOT NULL
ORDER BY month, event_type, level;
