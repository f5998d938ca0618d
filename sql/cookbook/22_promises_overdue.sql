-- Which invitations and next meetings were set for spring 2026, and by 1 July 2026 nothing had come of them?
SELECT parties, commitment_type, words, made_day, DATE '2026-07-01' - due_day_latest AS days_overdue
FROM mart.commitments
WHERE is_checkable AND due_date = '2026-Q2' AND (kept_day IS NULL OR kept_day >= '2026-07-01')
ORDER BY made_day, commitment_type;
