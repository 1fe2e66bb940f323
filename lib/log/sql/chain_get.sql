-- The last entry of a store's chain, as it is kept apart.
-- param: store_id int
-- column: seq int
-- column: hash bytes
SELECT seq, hash FROM chain WHERE store_id = $1
