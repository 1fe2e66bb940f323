-- What an entry closed is open again.
-- param: store_id int
-- param: closed_id int
UPDATE journal SET closed_id = NULL WHERE store_id = $1 AND closed_id = $2
