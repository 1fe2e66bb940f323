-- The staff member of a code.
-- param: code text
-- column: id int
-- column: left_on day
SELECT id, left_on FROM staff WHERE code = $1
