-- A skill that a person does not have.
-- param: staff text
-- param: code text
DELETE FROM skill WHERE staff_id = (SELECT id FROM staff WHERE code = $1) AND code = $2
