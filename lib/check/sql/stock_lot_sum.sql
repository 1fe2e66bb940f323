-- A lot's moved quantity or cost is not the sum of its movements.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, i.code || ' ' || l.code AS subject,
       CAST(l.moved AS TEXT) || ' / ' || CAST(COALESCE(m.quantity, 0) AS TEXT) || ', ' || CAST(l.moved_fen AS TEXT)
           || ' / ' || CAST(COALESCE(m.cost_fen, 0) AS TEXT) AS detail
FROM lot AS l
JOIN item AS i ON i.id = l.item_id
JOIN store AS s ON s.id = l.store_id
LEFT JOIN (SELECT store_id, lot_id, CAST(SUM(quantity) AS BIGINT) AS quantity, CAST(SUM(cost_fen) AS BIGINT) AS cost_fen
           FROM stock_move GROUP BY store_id, lot_id) AS m ON m.store_id = l.store_id AND m.lot_id = l.id
WHERE l.moved <> COALESCE(m.quantity, 0) OR l.moved_fen <> COALESCE(m.cost_fen, 0)
ORDER BY s.code, i.code, l.code
