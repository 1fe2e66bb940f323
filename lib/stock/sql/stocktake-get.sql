-- A count by its code.
-- param: store_id int
-- param: code text
-- column: id int
-- column: at moment
-- column: day day
-- column: state text
SELECT id, at, day, state FROM stocktake WHERE store_id = $1 AND code = $2
