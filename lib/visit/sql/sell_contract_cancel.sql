-- A contract is called off.
-- param: store_id int
-- param: id int
UPDATE contract SET state = 'cancelled' WHERE store_id = $1 AND id = $2 AND state <> 'cancelled'
