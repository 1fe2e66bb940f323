-- Takes the days of a roster away.
-- param: store_id int
-- param: roster_id int
DELETE FROM roster_cell WHERE store_id = $1 AND roster_id = $2
