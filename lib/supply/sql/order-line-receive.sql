-- More of a line has come, never more than was ordered.
-- param: store_id int
-- param: id int
-- param: quantity int
UPDATE purchase_line SET received = received + CAST($3 AS BIGINT)
WHERE store_id = $1 AND id = $2 AND received + CAST($3 AS BIGINT) <= quantity
