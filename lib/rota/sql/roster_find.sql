-- The rosters of that code, of a store or of any.
-- param: store_id int
-- param: code text
-- column: store_id int
-- column: id int
-- column: store text
-- column: state text
-- column: from_on day
-- column: to_on day
SELECT r.store_id, r.id, s.code AS store, r.state, r.from_on, r.to_on
FROM roster AS r JOIN store AS s ON s.id = r.store_id
WHERE r.code = $2 AND (CAST($1 AS BIGINT) IS NULL OR r.store_id = $1)
ORDER BY r.store_id
