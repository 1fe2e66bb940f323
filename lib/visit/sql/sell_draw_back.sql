-- A draw on a balance is undone.
-- param: store_id int
-- param: code text
-- param: quantity int
-- param: recognised_fen fen
UPDATE prepaid
SET used = used - CAST($3 AS BIGINT), recognised_fen = recognised_fen - CAST($4 AS BIGINT)
WHERE store_id = $1 AND code = $2 AND used >= CAST($3 AS BIGINT) AND recognised_fen >= CAST($4 AS BIGINT)
