-- What does Kazakhstan talk about, and with whom? Topics of its contacts, the most frequent first.
SELECT topic, count(*) AS events, array_agg(DISTINCT side ORDER BY side) AS with_whom
FROM mart.events AS e, unnest(e.topics) AS topic, unnest(e.sides || e.organizations) AS side
WHERE e.sides @> ARRAY['KZ'] AND side <> 'KZ' AND e.event_type = 'bilateral_meeting' AND e.status = 'held' AND e.is_main
GROUP BY topic
HAVING count(*) > 1
ORDER BY events DESC, topic;
