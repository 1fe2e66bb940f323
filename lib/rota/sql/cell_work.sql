-- A day of a roster is worked in this shift, and stays so.
-- param: store_id int
-- param: roster_id int
-- param: staff_id int
-- param: day day
-- param: locked bool
-- param: shift text
-- param: at_id int
-- param: starts_at moment
-- param: ends_at moment
-- param: minutes int
UPDATE roster_cell
SET locked = $5, what = 'work', shift = $6, at_id = $7, starts_at = $8, ends_at = $9, minutes = $10,
    role = COALESCE(role, (SELECT s.role FROM staff AS s WHERE s.id = $3))
WHERE store_id = $1 AND roster_id = $2 AND staff_id = $3 AND day = $4
