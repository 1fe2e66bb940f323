-- How many clients each client brought who came.
-- param: today day
-- column: client_id int
-- column: referrals int
SELECT r.referrer_id AS client_id, COUNT(*) AS referrals
FROM referral AS r
WHERE EXISTS (
    SELECT 1 FROM visit AS v
    WHERE v.client_id = r.client_id AND v.day <= $1
      AND v.status NOT IN ('planned', 'cancelled', 'entered-in-error'))
GROUP BY r.referrer_id
ORDER BY r.referrer_id
