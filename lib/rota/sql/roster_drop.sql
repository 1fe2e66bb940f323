-- A draft goes away.
-- param: store_id int
-- param: id int
DELETE FROM roster WHERE store_id = $1 AND id = $2
