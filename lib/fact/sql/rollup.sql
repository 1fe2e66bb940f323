-- A cut of a fact in a store, by months.
-- param: store_id int
-- param: fact int
-- param: cut int
-- param: from day
-- param: to day
-- column: month day
-- column: data bytes
SELECT r.month AS month, r.data AS data FROM rollup AS r
WHERE r.store_id = $1 AND r.fact = $2 AND r.cut = $3 AND r.month >= $4 AND r.month < $5
ORDER BY r.month
