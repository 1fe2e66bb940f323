-- A channel by its code.
-- param: code text
-- column: id int
SELECT id FROM channel WHERE code = $1
