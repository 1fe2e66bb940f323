-- What an entry closed is open again.
-- param: store_id int
-- param: closed_by text
UPDATE journal SET closed_by = NULL WHERE store_id = $1 AND closed_by = $2
