-- A closed count's books are not what was counted: something was entered into the time before it.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, c.code AS subject,
       i.code || ' ' || l.code || ', ' || CAST(n.counted AS TEXT) || ' / '
           || CAST(l.quantity + COALESCE(m.quantity, 0) AS TEXT) AS detail
FROM stocktake AS c
JOIN stocktake_line AS n ON n.store_id = c.store_id AND n.stocktake_id = c.id
JOIN lot AS l ON l.store_id = n.store_id AND l.id = n.lot_id
JOIN item AS i ON i.id = l.item_id
JOIN store AS s ON s.id = c.store_id
LEFT JOIN (
    SELECT x.store_id, x.id AS line_id, CAST(SUM(m.quantity) AS BIGINT) AS quantity
    FROM stocktake AS k
    JOIN stocktake_line AS x ON x.store_id = k.store_id AND x.stocktake_id = k.id
    JOIN stock_move AS m ON m.store_id = x.store_id AND m.lot_id = x.lot_id AND m.at <= k.at
    WHERE k.state = 'closed'
    GROUP BY x.store_id, x.id) AS m ON m.store_id = n.store_id AND m.line_id = n.id
WHERE c.state = 'closed' AND (n.counted IS NULL OR n.counted <> l.quantity + COALESCE(m.quantity, 0))
ORDER BY s.code, c.code, i.code, l.code
