-- A cell of a roster goes away.
-- param: store_id int
-- param: roster_id int
-- param: staff_id int
-- param: day day
DELETE FROM roster_cell WHERE store_id = $1 AND roster_id = $2 AND staff_id = $3 AND day = $4
