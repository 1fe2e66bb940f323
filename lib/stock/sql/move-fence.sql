-- What a movement of a lot at a moment must not run against: the last closed count of its item that stands for that moment
-- or a later one, the day of receipt, and whether the lot moved later.
-- param: store_id int
-- param: item_id int
-- param: lot_id int
-- param: at moment
-- column: counted text
-- column: received_on day
-- column: later bool
SELECT (SELECT c.code FROM stocktake_line AS n
        JOIN stocktake AS c ON c.store_id = n.store_id AND c.id = n.stocktake_id
        WHERE n.store_id = $1 AND n.item_id = $2 AND c.state = 'closed' AND c.at >= CAST($4 AS BIGINT)
        ORDER BY c.at LIMIT 1) AS counted,
       l.received_on,
       CASE WHEN EXISTS (SELECT 1 FROM stock_move AS m
                         WHERE m.store_id = $1 AND m.lot_id = $3 AND m.at > CAST($4 AS BIGINT)) THEN 1 ELSE 0 END AS later
FROM lot AS l WHERE l.store_id = $1 AND l.id = $3
