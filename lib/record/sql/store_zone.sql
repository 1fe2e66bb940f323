-- The time zone of a store.
-- param: store_id int
-- column: zone text
SELECT zone FROM store WHERE id = $1
