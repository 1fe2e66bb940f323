-- The counts.
-- param: store_id int
-- param: open bool
-- column: store text
-- column: code text
-- column: at moment
-- column: state text
-- column: lots int
-- column: counted int
-- column: closed_at moment
-- column: closed_by text
-- column: note text
SELECT s.code AS store, c.code, c.at, c.state, COUNT(n.id) AS lots, COUNT(n.counted) AS counted, c.closed_at, c.closed_by, c.note
FROM stocktake AS c
JOIN store AS s ON s.id = c.store_id
LEFT JOIN stocktake_line AS n ON n.store_id = c.store_id AND n.stocktake_id = c.id
WHERE (CAST($1 AS BIGINT) IS NULL OR c.store_id = $1) AND ($2 = 0 OR c.state = 'open')
GROUP BY s.code, c.code, c.at, c.state, c.closed_at, c.closed_by, c.note
ORDER BY c.at DESC, s.code, c.code
