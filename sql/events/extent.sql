-- The first and the last day on which any window begins; null in an empty warehouse.
SELECT min(lower(day_window)), max(lower(day_window)) FROM core.record_block
