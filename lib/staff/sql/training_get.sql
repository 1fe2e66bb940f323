-- A training of a store.
-- param: store_id int
-- param: code text
-- column: id int
-- column: kind text
-- column: day day
SELECT id, kind, day FROM training WHERE store_id = $1 AND code = $2
