-- The marks of some rows of a table of a store.
-- param: store_id int
-- param: name text
-- param: part int
-- column: marks bytes
SELECT marks FROM mark WHERE store_id = $1 AND name = $2 AND part = $3
