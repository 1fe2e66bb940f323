-- Who brought a client, and the voucher that they got for it.
-- param: client_id int
-- column: code text
-- column: reward text
SELECT c.code AS code, r.reward AS reward
FROM referral AS r
JOIN client AS c ON c.id = r.referrer_id
WHERE r.client_id = $1
