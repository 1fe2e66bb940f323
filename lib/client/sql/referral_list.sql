-- Who brought whom, whether they came, and what they paid since.
-- param: client text
-- param: from day
-- param: to day
-- column: referrer text
-- column: client text
-- column: day day
-- column: arrived_on day
-- column: spend fen
-- column: reward text
SELECT b.code AS referrer, c.code AS client, r.day AS day,
       (SELECT MIN(v.day) FROM visit AS v
        WHERE v.client_id = r.client_id AND v.status NOT IN ('planned', 'cancelled', 'entered-in-error')) AS arrived_on,
       CAST(COALESCE((SELECT SUM(p.amount_fen) FROM payment AS p
        WHERE p.client_id = r.client_id AND p.class = 'sale'), 0) AS BIGINT) AS spend,
       r.reward AS reward
FROM referral AS r
JOIN client AS b ON b.id = r.referrer_id
JOIN client AS c ON c.id = r.client_id
WHERE (CAST($1 AS TEXT) IS NULL OR b.code = $1 OR c.code = $1)
  AND (CAST($2 AS BIGINT) IS NULL OR r.day >= $2) AND (CAST($3 AS BIGINT) IS NULL OR r.day < $3)
ORDER BY r.day, c.code
