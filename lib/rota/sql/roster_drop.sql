-- A draft goes away.
-- param: store_id int
-- param: roster_id int
DELETE FROM roster WHERE store_id = $1 AND id = $2
