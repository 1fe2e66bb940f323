-- A person of the staff by their code.
-- param: code text
-- column: id int
SELECT id FROM staff WHERE code = $1
