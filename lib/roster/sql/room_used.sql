-- A booking or treatment that names a room of a store.
-- param: store_id int
-- param: room text
-- column: code text
SELECT code FROM appointment WHERE store_id = $1 AND room = $2
UNION ALL
SELECT code FROM treatment WHERE store_id = $1 AND room = $2
LIMIT 1
