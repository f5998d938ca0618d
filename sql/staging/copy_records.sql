COPY staging.record (
    batch_id, position, article_id, record_id, record, event_type, event_status, is_main, start_date, end_date,
    date_precision, city, country, countries, capacities, participant_count, named_participant_count,
    blank_name_count, side_count, smallest_figure, confidence, evidence_problems, range_problems, contract_problems)
FROM STDIN
