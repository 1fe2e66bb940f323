-- The code of a member of the staff.
-- param: id int
-- column: code text
SELECT code FROM staff WHERE id = $1
