-- A store by its code.
-- param: code text
-- column: id int
-- column: zone text
SELECT id, zone FROM store WHERE code = $1 AND id <> 0
