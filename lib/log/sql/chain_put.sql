-- Keeps the last entry of a store's chain.
-- param: store_id int
-- param: seq int
-- param: hash bytes
UPDATE chain SET seq = $2, hash = $3 WHERE store_id = $1
