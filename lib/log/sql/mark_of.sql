-- The marks of all rows of a table of a store.
-- param: store_id int
-- param: name text
-- column: part int
-- column: marks bytes
SELECT part, marks FROM mark WHERE store_id = $1 AND name = $2 ORDER BY part
