-- Who brought a client.
-- param: client_id int
-- column: code text
-- column: day day
SELECT c.code AS code, r.day AS day
FROM referral AS r
JOIN client AS c ON c.id = r.referrer_id
WHERE r.client_id = $1
