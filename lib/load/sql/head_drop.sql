-- A row of heads that a person entered.
-- param: store_id int
-- param: day day
-- param: from_minute int
-- param: role text
-- param: skill text
-- param: staff text
DELETE FROM head
WHERE store_id = $1 AND day = $2 AND from_minute = $3 AND role = $4 AND source = 'set'
  AND COALESCE(skill, '') = COALESCE(CAST($5 AS TEXT), '')
  AND COALESCE(staff_id, 0) = COALESCE((SELECT id FROM staff WHERE code = CAST($6 AS TEXT)), 0)
