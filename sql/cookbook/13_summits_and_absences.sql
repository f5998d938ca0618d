-- Who of the members was missing at a summit, which guests came, and what was adopted?
SELECT name, start_date, city, member_countries, guest_countries, absent_countries, declarations, document_count
FROM mart.summits
WHERE status = 'held'
ORDER BY start_day_earliest;
