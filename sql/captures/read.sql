UPDATE landing.capture SET text_rule = %(text_rule)s, rule_warning = %(rule_warning)s
WHERE capture_id = %(capture_id)s
    AND (text_rule, rule_warning) IS DISTINCT FROM (%(text_rule)s, %(rule_warning)s)
