-- Who came to the summit of the Organization of Turkic States, and as what?
SELECT start_date, city, country_name, is_member, is_attending, represented_by, role_class
FROM mart.summit_attendance
WHERE organization = 'OTS' AND start_day_earliest BETWEEN '2025-10-01' AND '2025-10-31'
ORDER BY is_member DESC, country_name;
