-- Codes of the staff.
-- column: id int
-- column: code text
-- column: name text
SELECT id, code, name FROM staff ORDER BY id
