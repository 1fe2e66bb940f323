-- A visit ends.
-- param: store_id int
-- param: id int
-- param: at moment
UPDATE visit SET status = 'finished', left_at = CAST($3 AS BIGINT)
WHERE store_id = $1 AND id = $2
