-- A new entry.
-- param: store_id int
-- param: id int
-- param: staff_id int
-- param: day day
-- param: number int
-- param: uid text
-- param: starts_at moment
-- param: ends_at moment
-- param: shift text
-- param: changed_at moment
INSERT INTO calendar_entry (store_id, id, staff_id, day, number, uid, sequence, state, starts_at, ends_at, shift, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, 0, 'confirmed', $7, $8, $9, $10)
