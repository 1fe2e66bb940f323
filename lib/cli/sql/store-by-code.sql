-- The store that -s names.
-- param: code text
-- column: id int
-- column: zone text
SELECT id, zone FROM store WHERE code = $1
