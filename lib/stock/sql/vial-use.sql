-- Takes from an opened pack, or with a quantity below zero puts back, within what it holds; an empty one is closed
-- at that moment, one that is put back to is open again.
-- param: store_id int
-- param: id int
-- param: quantity int
-- param: at moment
UPDATE vial SET used = used + CAST($3 AS BIGINT),
                closed_at = CASE WHEN used + CAST($3 AS BIGINT) = quantity THEN CAST($4 AS BIGINT) END
WHERE store_id = $1 AND id = $2
  AND used + CAST($3 AS BIGINT) >= 0 AND used + CAST($3 AS BIGINT) <= quantity
