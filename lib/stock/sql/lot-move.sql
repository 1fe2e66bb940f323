-- Moves a lot by a quantity and its cost, never below nothing.
-- param: store_id int
-- param: id int
-- param: quantity int
-- param: cost_fen fen
UPDATE lot SET moved = moved + CAST($3 AS BIGINT), moved_fen = moved_fen + CAST($4 AS BIGINT)
WHERE store_id = $1 AND id = $2
  AND quantity + moved + CAST($3 AS BIGINT) >= 0 AND cost_fen + moved_fen + CAST($4 AS BIGINT) >= 0
