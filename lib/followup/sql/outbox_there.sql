-- The message that is for this already.
-- param: store_id int
-- param: client_id int
-- param: treatment_id int
-- param: plan text
-- param: step text
-- param: occurrence text
-- param: channel text
-- column: id int
SELECT id
FROM message
WHERE store_id = $1 AND treatment_id = $3 AND CAST($3 AS BIGINT) IS NOT NULL
    AND plan = $4 AND step = $5 AND occurrence = $6 AND channel = $7
UNION ALL
SELECT id
FROM message
WHERE store_id = $1 AND client_id = $2 AND treatment_id IS NULL AND CAST($3 AS BIGINT) IS NULL
    AND plan = $4 AND step = $5 AND occurrence = $6 AND channel = $7
