-- Lots that may be used, in the order in which they will be, with what the item used in a window before: what was used or issued,
-- less what came back or was countered.
-- param: store_id int
-- param: today day
-- param: from day
-- column: store text
-- column: item text
-- column: name text
-- column: unit text
-- column: lot text
-- column: on_hand int
-- column: value_fen fen
-- column: expires_on day
-- column: used int
-- column: place text
SELECT s.code AS store, i.code AS item, i.name, i.unit, l.code AS lot, l.quantity + l.moved AS on_hand,
       l.cost_fen + l.moved_fen AS value_fen, l.expires_on, COALESCE(u.used, 0) AS used, l.place
FROM lot AS l
JOIN store AS s ON s.id = l.store_id
JOIN item AS i ON i.id = l.item_id
LEFT JOIN (
    SELECT m.store_id, m.item_id, -CAST(SUM(m.quantity) AS BIGINT) AS used
    FROM stock_move AS m
    LEFT JOIN stock_move AS r ON r.store_id = m.store_id AND r.code = m.reverses
    WHERE m.day >= CAST($3 AS BIGINT) AND m.day < CAST($2 AS BIGINT)
      AND COALESCE(r.kind, m.kind) IN ('use', 'issue', 'return')
    GROUP BY m.store_id, m.item_id) AS u ON u.store_id = l.store_id AND u.item_id = l.item_id
WHERE (CAST($1 AS BIGINT) IS NULL OR l.store_id = $1) AND l.quantity + l.moved > 0 AND l.state = 'ok'
  AND l.expires_on >= CAST($2 AS BIGINT)
ORDER BY s.code, i.code, l.expires_on, l.received_on, l.id
