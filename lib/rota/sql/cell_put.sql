-- Keeps a day of a roster.
-- param: store_id int
-- param: id int
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
INSERT INTO roster_cell (store_id, id, roster_id, staff_id, day, what, shift, at_id, role, starts_at, ends_at, minutes, locked)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
