-- A person of the staff by their code.
-- param: code text
-- column: id int
-- column: role text
SELECT id, role FROM staff WHERE code = $1
