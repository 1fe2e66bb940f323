-- Rules of a person that began on a day.
-- param: staff text
-- param: from_on day
DELETE FROM work_rule WHERE staff_id = (SELECT id FROM staff WHERE code = $1) AND from_on = $2
