-- The value of a setting for a store, else for the chain, and whose it is.
-- param: store_id int
-- param: name text
-- column: value text
-- column: store_id int
SELECT value, store_id FROM setting
WHERE name = $2 AND store_id IN (0, $1)
ORDER BY store_id DESC LIMIT 1
