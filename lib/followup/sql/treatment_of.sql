-- A treatment of a client in a store.
-- param: store_id int
-- param: code text
-- param: client_id int
-- column: id int
-- column: started_at moment
SELECT id, started_at FROM treatment WHERE store_id = $1 AND code = $2 AND client_id = $3 AND status <> 'entered-in-error'
