-- The code, zone and hours of a store.
-- param: store_id int
-- column: code text
-- column: zone text
-- column: hours text
SELECT code, zone, hours FROM store WHERE id = $1
