-- The days of a roster's people.
-- param: store_id int
-- param: roster_id int
-- column: staff_id int
-- column: day day
-- column: what text
-- column: shift text
-- column: at_id int
-- column: role text
-- column: starts_at moment
-- column: ends_at moment
-- column: locked int
SELECT staff_id, day, what, shift, at_id, role, starts_at, ends_at, locked FROM roster_cell
WHERE store_id = $1 AND roster_id = $2
ORDER BY staff_id, day
