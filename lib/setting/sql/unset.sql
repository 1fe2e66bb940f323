-- Takes a setting of a store, or (0) of the chain, back.
-- param: store_id int
-- param: name text
DELETE FROM setting WHERE store_id = $1 AND name = $2
