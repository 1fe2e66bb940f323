-- The cells of a draft go away.
-- param: store_id int
-- param: id int
DELETE FROM roster_cell WHERE store_id = $1 AND roster_id = $2
