-- A shift is taken back.
-- param: store_id int
-- param: id int
DELETE FROM shift WHERE store_id = $1 AND id = $2
