-- A cell of a roster becomes another.
-- param: store_id int
-- param: roster_id int
-- param: staff_id int
-- param: day day
-- param: what text
-- param: shift text
-- param: at_id int
-- param: role text
-- param: starts_at moment
-- param: ends_at moment
-- param: minutes int
-- param: locked bool
UPDATE roster_cell
SET what = $5, shift = $6, at_id = $7, role = $8, starts_at = $9, ends_at = $10, minutes = $11, locked = $12
WHERE store_id = $1 AND roster_id = $2 AND staff_id = $3 AND day = $4
