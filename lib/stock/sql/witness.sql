-- Whether a member of the staff is meant by a code or a name.
-- param: id int
-- param: witness text
-- column: id int
SELECT id FROM staff WHERE id = $1 AND (code = $2 OR name = $2)
