-- A member of the staff by code.
-- param: code text
-- column: id int
SELECT id FROM staff WHERE code = $1
