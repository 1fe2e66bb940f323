-- A movement is half of a transfer that there is not.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, m.code AS subject, i.code || ' ' || l.code AS detail
FROM stock_move AS m
JOIN store AS s ON s.id = m.store_id
JOIN item AS i ON i.id = m.item_id
JOIN lot AS l ON l.store_id = m.store_id AND l.id = m.lot_id
WHERE (m.kind = 'transfer-out' AND NOT EXISTS (
          SELECT 1 FROM transfer AS t WHERE t.store_id = m.store_id AND t.lot_id = m.lot_id AND t.out_move = m.code))
   OR (m.kind = 'transfer-in' AND NOT EXISTS (
          SELECT 1 FROM transfer AS t WHERE t.to_store_id = m.store_id AND t.item_id = m.item_id AND t.in_move = m.code))
ORDER BY s.code, m.code
