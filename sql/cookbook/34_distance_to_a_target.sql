-- How far is the trade of Kazakhstan and Uzbekistan from what the two have set themselves?
SELECT target.unit, round(actual.value / 1e6) AS million_reached, actual.period, round(target.value / 1e6) AS million_targeted,
    round(100 * actual.value / target.value) AS percent_reached
FROM mart.pair_figures AS target
JOIN mart.pair_figures AS actual USING (one_party, other_party, metric, unit)
WHERE one_party = 'KZ' AND other_party = 'UZ' AND metric = 'trade_turnover'
  AND target.figure_status = 'target' AND actual.figure_status = 'actual'
ORDER BY target.value, actual.period_last_day;
