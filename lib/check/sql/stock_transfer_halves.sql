-- What left a store by a transfer is not what the other one got.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, t.code AS subject, 'line ' || CAST(t.line AS TEXT) || ', ' || i.code || ' ' || l.code AS detail
FROM transfer AS t
JOIN store AS s ON s.id = t.store_id
JOIN item AS i ON i.id = t.item_id
JOIN lot AS l ON l.store_id = t.store_id AND l.id = t.lot_id
LEFT JOIN stock_move AS o ON o.store_id = t.store_id AND o.code = t.out_move
LEFT JOIN stock_move AS n ON n.store_id = t.to_store_id AND n.code = t.in_move
LEFT JOIN lot AS k ON k.store_id = t.to_store_id AND k.item_id = t.item_id AND k.code = l.code
WHERE o.id IS NULL OR o.lot_id <> t.lot_id OR o.kind <> 'transfer-out' OR o.quantity <> -t.quantity OR o.cost_fen <> -t.cost_fen
   OR k.id IS NULL
   OR (t.in_move IS NULL AND (k.quantity <> t.quantity OR k.cost_fen <> t.cost_fen))
   OR (t.in_move IS NOT NULL
       AND (n.id IS NULL OR n.lot_id <> k.id OR n.kind <> 'transfer-in' OR n.quantity <> t.quantity OR n.cost_fen <> t.cost_fen))
ORDER BY s.code, t.code, t.line
