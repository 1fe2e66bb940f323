-- A day of a roster stays as it is, or does not have to any more.
-- param: store_id int
-- param: roster_id int
-- param: staff_id int
-- param: day day
-- param: locked bool
UPDATE roster_cell SET locked = $5 WHERE store_id = $1 AND roster_id = $2 AND staff_id = $3 AND day = $4
