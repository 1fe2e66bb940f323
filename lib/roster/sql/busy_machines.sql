-- The machines of a store that are not retired.
-- param: store_id int
-- column: code text
-- column: kind text
SELECT code, kind FROM equipment WHERE store_id = $1 AND state <> 'retired' ORDER BY code
