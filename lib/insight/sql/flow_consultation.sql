-- Consultations that were not entered in error.
-- param: from day
-- param: to day
-- param: store_id int
-- column: store_id int
-- column: day day
-- column: client int
-- column: channel int
-- column: refused int
SELECT k.store_id AS store_id, k.day AS day, k.client_id AS client, c.channel_id AS channel,
       CASE WHEN k.outcome = 'medical-refusal' THEN 1 ELSE 0 END AS refused
FROM consultation AS k
JOIN client AS c ON c.id = k.client_id AND c.class = 'client'
WHERE k.outcome <> 'entered-in-error' AND k.day >= $1 AND k.day < $2 AND (CAST($3 AS BIGINT) IS NULL OR k.store_id = $3)
ORDER BY k.day, k.store_id, k.client_id
