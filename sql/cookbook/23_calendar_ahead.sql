-- What had been announced by 8 October 2025 for the eight weeks after?
SELECT start_date, end_date, event_type, visit_kind, status, country, participants, announced_on
FROM mart.planned_calendar_on('2025-10-08', days => 56);
