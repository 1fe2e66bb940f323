-- The place of a lot inside its store.
-- param: store_id int
-- param: id int
-- param: place text
UPDATE lot SET place = $3 WHERE store_id = $1 AND id = $2
