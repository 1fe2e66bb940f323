-- The movement that made the books of a lot right.
-- param: store_id int
-- param: id int
-- param: move text
UPDATE stocktake_line SET move = $3 WHERE store_id = $1 AND id = $2
