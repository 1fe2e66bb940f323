-- A cut of a fact in a store and month.
-- param: store_id int
-- param: fact int
-- param: cut int
-- param: month day
-- column: data bytes
SELECT r.data AS data FROM rollup AS r
WHERE r.store_id = $1 AND r.fact = $2 AND r.cut = $3 AND r.month = $4
