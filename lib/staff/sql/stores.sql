-- The stores, or the one; store 0 stands for those who work in all.
-- param: store_id int
-- column: id int
-- column: code text
-- column: zone text
SELECT id, code, zone FROM store
WHERE (CAST($1 AS BIGINT) IS NULL OR id = $1) AND (closed_on IS NULL OR id = 0)
ORDER BY code
