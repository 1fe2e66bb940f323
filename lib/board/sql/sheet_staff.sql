-- A person, by the code.
-- param: code text
-- column: id int
-- column: name text
-- column: role text
-- column: store_id int
SELECT id, name, role, store_id FROM staff WHERE code = $1
