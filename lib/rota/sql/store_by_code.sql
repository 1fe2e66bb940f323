-- A store by its code.
-- param: code text
-- column: id int
SELECT id FROM store WHERE code = $1 AND id <> 0
