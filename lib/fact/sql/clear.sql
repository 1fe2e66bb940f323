-- Takes all facts of a store away.
-- param: store_id int
DELETE FROM fact WHERE store_id = $1
