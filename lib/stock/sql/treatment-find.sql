-- A treatment by its code, and whose it is.
-- param: store_id int
-- param: code text
-- column: id int
-- column: client_id int
-- column: started_at moment
SELECT id, client_id, started_at FROM treatment WHERE store_id = $1 AND code = $2
