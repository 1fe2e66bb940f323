-- A store in which a person is not planned any more.
-- param: staff text
-- param: store text
DELETE FROM station WHERE staff_id = (SELECT id FROM staff WHERE code = $1) AND store_id = (SELECT id FROM store WHERE code = $2)
