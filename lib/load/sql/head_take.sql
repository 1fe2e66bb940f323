-- Heads that the forecast of arrivals wanted, and no more.
-- param: store_id int
-- param: id int
DELETE FROM head WHERE store_id = $1 AND id = $2 AND source = 'load'
