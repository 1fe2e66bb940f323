-- Uses up a part of what was kept back.
-- param: store_id int
-- param: id int
-- param: quantity int
UPDATE reservation SET used = used + CAST($3 AS BIGINT)
WHERE store_id = $1 AND id = $2 AND used + CAST($3 AS BIGINT) <= quantity
