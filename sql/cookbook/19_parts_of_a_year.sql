-- How does the trade of a part of a year compare with that of the whole year before? In million, a month.
SELECT one_party, other_party, period, unit,
    round(value / 1e6 / (extract(year FROM age(period_last_day + 1, period_first_day)) * 12
                         + extract(month FROM age(period_last_day + 1, period_first_day))), 1) AS million_a_month
FROM mart.pair_figures
WHERE metric = 'trade_turnover' AND figure_status = 'actual' AND one_party = 'AZ' AND other_party = 'KZ'
ORDER BY period_first_day, period_last_day, value;
