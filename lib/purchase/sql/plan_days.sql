-- What came and went of an item, store by store and day by day; of what went, what clients needed. What was wasted,
-- counted, moved elsewhere or sent back is no demand.
-- param: item_id int
-- param: store_id int
-- param: today day
-- column: store_id int
-- column: store text
-- column: day day
-- column: came int
-- column: used int
SELECT d.store_id, s.code AS store, d.day, CAST(SUM(d.came) AS BIGINT) AS came, CAST(SUM(d.used) AS BIGINT) AS used
FROM (
    SELECT l.store_id, l.received_on AS day, l.quantity AS came, 0 AS used
    FROM lot AS l WHERE l.item_id = $1 AND l.received_on < $3
    UNION ALL
    SELECT m.store_id, m.day, m.quantity,
           CASE WHEN m.kind = 'use' OR m.kind = 'issue' THEN -m.quantity
                WHEN m.kind = 'counter' AND (r.kind = 'use' OR r.kind = 'issue') THEN -m.quantity
                ELSE 0 END
    FROM stock_move AS m
    LEFT JOIN stock_move AS r ON r.store_id = m.store_id AND r.code = m.reverses
    WHERE m.item_id = $1 AND m.day < $3) AS d
JOIN store AS s ON s.id = d.store_id
WHERE CAST($2 AS BIGINT) IS NULL OR d.store_id = $2
GROUP BY d.store_id, s.code, d.day
ORDER BY s.code, d.day
