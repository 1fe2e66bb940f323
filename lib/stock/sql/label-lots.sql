-- A lot of an item as stores have it, or as one has it: for what its label says. Without an item those of any.
-- param: item text
-- param: lot text
-- param: store_id int
-- column: item text
-- column: made_on day
-- column: expires_on day
SELECT i.code AS item, l.made_on, l.expires_on
FROM lot AS l JOIN item AS i ON i.id = l.item_id
WHERE l.code = $2 AND (CAST($1 AS TEXT) IS NULL OR i.code = $1) AND (CAST($3 AS BIGINT) IS NULL OR l.store_id = $3)
ORDER BY i.code, l.store_id
