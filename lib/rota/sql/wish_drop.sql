-- A wish that is taken back.
-- param: staff text
-- param: day day
DELETE FROM wish WHERE staff_id = (SELECT id FROM staff WHERE code = $1) AND day = $2
