-- Which foreign leaders came to Kazakhstan, when, for what, and which are still to come?
SELECT start_date, name, home_country_name, role_class, event_type, visit_kind, status, city
FROM mart.leader_travel
WHERE country = 'KZ' AND is_main
ORDER BY start_day_earliest, event_type, name;
