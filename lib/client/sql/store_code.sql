-- The code of a store.
-- param: id int
-- column: code text
SELECT code FROM store WHERE id = $1
