-- The hash of a table of a store as it was left.
-- param: store_id int
-- param: name text
-- column: count int
-- column: state bytes
SELECT count, state FROM tally WHERE store_id = $1 AND name = $2
