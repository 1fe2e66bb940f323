-- A line of what a treatment used does not say what its movement of stock says.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, t.code AS subject,
       'line ' || CAST(u.line AS TEXT) || ', ' || u.move AS detail
FROM treatment_item AS u
JOIN treatment AS t ON t.store_id = u.store_id AND t.id = u.treatment_id
JOIN store AS s ON s.id = u.store_id
LEFT JOIN stock_move AS m ON m.store_id = u.store_id AND m.code = u.move
WHERE u.move IS NOT NULL
  AND (m.id IS NULL OR m.lot_id <> u.lot_id OR m.quantity <> -u.quantity OR m.cost_fen <> -u.cost_fen
       OR m.treatment_id IS DISTINCT FROM u.treatment_id)
ORDER BY s.code, t.code, u.line
