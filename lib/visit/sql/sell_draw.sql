-- A balance is drawn on, unless less is left.
-- param: store_id int
-- param: id int
-- param: quantity int
-- param: recognised_fen fen
UPDATE prepaid
SET used = used + CAST($3 AS BIGINT), recognised_fen = recognised_fen + CAST($4 AS BIGINT)
WHERE store_id = $1 AND id = $2 AND used + returned + CAST($3 AS BIGINT) <= bought
  AND recognised_fen + returned_fen + CAST($4 AS BIGINT) <= paid_fen
