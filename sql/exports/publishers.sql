SELECT DISTINCT source FROM mart.event_reports ORDER BY source
