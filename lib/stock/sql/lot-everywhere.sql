-- A lot in every store that has it, or in one.
-- param: lot text
-- param: item text
-- param: store_id int
-- column: store_id int
-- column: store text
-- column: id int
-- column: item_id int
-- column: item text
-- column: state text
SELECT l.store_id, s.code AS store, l.id, l.item_id, i.code AS item, l.state
FROM lot AS l JOIN store AS s ON s.id = l.store_id JOIN item AS i ON i.id = l.item_id
WHERE l.code = $1 AND (CAST($2 AS TEXT) IS NULL OR i.code = $2) AND (CAST($3 AS BIGINT) IS NULL OR l.store_id = $3)
ORDER BY i.code, s.code
