-- An entry is closed by another.
-- param: store_id int
-- param: id int
-- param: closed_id int
UPDATE journal SET closed_id = $3 WHERE store_id = $1 AND id = $2
