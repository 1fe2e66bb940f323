-- The sheet of a count: what to look for, and not how much of it there should be.
-- param: store_id int
-- param: count text
-- column: place text
-- column: item text
-- column: name text
-- column: lot text
-- column: expires_on day
-- column: unit text
-- column: counted int
SELECT l.place, i.code AS item, i.name, l.code AS lot, l.expires_on, i.unit, n.counted
FROM stocktake AS c
JOIN stocktake_line AS n ON n.store_id = c.store_id AND n.stocktake_id = c.id
JOIN lot AS l ON l.store_id = n.store_id AND l.id = n.lot_id
JOIN item AS i ON i.id = n.item_id
WHERE c.store_id = $1 AND c.code = $2
ORDER BY COALESCE(l.place, ''), i.code, l.expires_on, l.code
