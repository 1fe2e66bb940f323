-- A day of a roster is off, and stays so.
-- param: store_id int
-- param: roster_id int
-- param: staff_id int
-- param: day day
-- param: locked bool
UPDATE roster_cell
SET locked = $5, what = 'off', shift = NULL, at_id = NULL, role = NULL, starts_at = NULL, ends_at = NULL, minutes = 0
WHERE store_id = $1 AND roster_id = $2 AND staff_id = $3 AND day = $4
