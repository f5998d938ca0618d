SELECT source_key, pages, by_rule, doubted, doubted_at, capture_id, rule_warning, rotten
FROM landing.rule_health
ORDER BY source_key
