-- The stores of a roster: one, or (0) all that are there in some days.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: store_id int
-- column: code text
SELECT id AS store_id, code FROM store
WHERE id <> 0 AND (CAST($1 AS BIGINT) = 0 OR id = $1)
  AND (opened_on IS NULL OR opened_on < CAST($3 AS BIGINT)) AND (closed_on IS NULL OR closed_on >= CAST($2 AS BIGINT))
ORDER BY code
