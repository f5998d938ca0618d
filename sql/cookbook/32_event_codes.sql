-- How do the events spread over CAMEO's codes, for comparison with GDELT or ICEWS?
SELECT e.cameo_code, c.cameo_name, e.plover_code, count(*) AS events
FROM mart.events AS e
JOIN mart.event_codes AS c USING (event_type, status)
WHERE e.is_main
GROUP BY e.cameo_code, c.cameo_name, e.plover_code
ORDER BY events DESC, e.cameo_code;
