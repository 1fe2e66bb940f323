-- An entry is closed by another.
-- param: store_id int
-- param: id int
-- param: closed_by text
UPDATE journal SET closed_by = $3 WHERE store_id = $1 AND id = $2
