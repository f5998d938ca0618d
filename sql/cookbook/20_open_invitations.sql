-- Which invitations had been made by 12 October 2025 and had not been taken up, and for when are they?
SELECT made_day, parties, words, due_date
FROM mart.commitments
WHERE commitment_type = 'invitation' AND made_day <= '2025-10-12'
  AND (kept_day IS NULL OR kept_day > '2025-10-12')
ORDER BY made_day, words;
