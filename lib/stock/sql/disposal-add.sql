-- A record of destruction, unless there is one of that code.
-- param: store_id int
-- param: id int
-- param: code text
-- param: at moment
-- param: day day
-- param: method text
-- param: place text
-- param: witness text
-- param: staff_id int
-- param: second_id int
-- param: reason text
INSERT INTO disposal (store_id, id, code, at, day, method, place, witness, staff_id, second_id, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (store_id, code) DO NOTHING
