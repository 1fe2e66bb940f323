-- Takes all rollups of a store away.
-- param: store_id int
DELETE FROM rollup WHERE store_id = $1
