-- Of a balance something is given back, unless less is left.
-- param: store_id int
-- param: id int
-- param: quantity int
-- param: returned_fen fen
UPDATE prepaid
SET returned = returned + CAST($3 AS BIGINT), returned_fen = returned_fen + CAST($4 AS BIGINT)
WHERE store_id = $1 AND id = $2 AND used + returned + CAST($3 AS BIGINT) <= bought
  AND recognised_fen + returned_fen + CAST($4 AS BIGINT) <= paid_fen
