-- What sending needs to know of a store.
-- param: store_id int
-- column: code text
-- column: name text
-- column: zone text
-- column: phone text
SELECT code, name, zone, phone FROM store WHERE id = $1
