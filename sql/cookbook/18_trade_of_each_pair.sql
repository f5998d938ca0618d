-- What is the trade of each pair, by period, in millions?
SELECT one_party, other_party, period, round(value / 1e6, 1) AS million, unit, qualifier, first_reported_on, source_count
FROM mart.pair_figures
WHERE metric = 'trade_turnover' AND figure_status = 'actual'
ORDER BY one_party, other_party, period_first_day, period_last_day, value;
