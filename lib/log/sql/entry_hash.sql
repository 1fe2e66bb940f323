-- The hash of an entry.
-- param: store_id int
-- param: seq int
-- column: hash bytes
SELECT hash FROM log WHERE store_id = $1 AND seq = $2
