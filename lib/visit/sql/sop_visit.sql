-- A visit by its code.
-- param: store_id int
-- param: code text
-- column: id int
-- column: day day
-- column: arrived_at moment
SELECT id, day, arrived_at FROM visit WHERE store_id = $1 AND code = $2
