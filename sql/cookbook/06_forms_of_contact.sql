-- In which form do contacts take place, and how many of them are held, planned or called off?
SELECT event_type, count(*) AS events,
    count(*) FILTER (WHERE status IN ('held', 'ongoing')) AS held,
    count(*) FILTER (WHERE status IN ('planned', 'proposed')) AS ahead,
    count(*) FILTER (WHERE status IN ('postponed', 'cancelled')) AS called_off
FROM mart.events
WHERE is_main
GROUP BY event_type
ORDER BY events DESC, event_type;
