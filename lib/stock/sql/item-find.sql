-- An item by its code.
-- param: code text
-- column: id int
SELECT id FROM item WHERE code = $1
