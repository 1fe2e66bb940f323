-- A shift of a roster.
-- param: store_id int
-- param: id int
-- param: staff_id int
-- param: starts_at moment
-- param: ends_at moment
-- param: day day
-- param: code text
-- param: role text
-- param: minutes int
-- param: of_id int
-- param: roster text
INSERT INTO shift (store_id, id, staff_id, starts_at, ends_at, day, code, role, minutes, of_id, roster)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
