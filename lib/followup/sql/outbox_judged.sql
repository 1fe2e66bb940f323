-- What was taken goes to this client, and so counts.
-- param: store_id int
-- param: id int
-- param: client_id int
UPDATE lease SET client_id = $3 WHERE store_id = $1 AND message_id = $2
