-- Which members of the Organization of Turkic States had no contact of just the two in October 2025?
SELECT a.member_name AS one, b.member_name AS other
FROM mart.organization_members AS a
JOIN mart.organization_members AS b ON b.organization = a.organization AND b.country > a.country
WHERE a.organization = 'OTS' AND a.member_during @> DATE '2025-10-31' AND b.member_during @> DATE '2025-10-31'
  AND NOT EXISTS (
      SELECT FROM mart.meeting_pairs AS k
      WHERE k.one_country = a.country AND k.other_country = b.country AND k.month = '2025-10-01'
        AND k.status IN ('held', 'ongoing') AND k.event_type NOT IN ('summit', 'multilateral_meeting', 'forum'))
ORDER BY one, other;
