-- A leave that is not taken.
-- param: staff text
-- param: from_at moment
DELETE FROM leave WHERE staff_id = (SELECT id FROM staff WHERE code = $1) AND from_at = $2
