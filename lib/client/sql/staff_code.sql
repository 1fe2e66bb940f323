-- The code of a staff.
-- param: id int
-- column: code text
SELECT code FROM staff WHERE id = $1
