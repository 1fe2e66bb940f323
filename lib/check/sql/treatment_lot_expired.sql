-- A treatment used a lot after its last day, or before it was received.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, t.code AS subject, i.code || ' ' || l.code AS detail
FROM treatment_item AS u
JOIN treatment AS t ON t.store_id = u.store_id AND t.id = u.treatment_id
JOIN lot AS l ON l.store_id = u.store_id AND l.id = u.lot_id
JOIN item AS i ON i.id = l.item_id
JOIN store AS s ON s.id = t.store_id
WHERE u.quantity > 0 AND t.status <> 'entered-in-error' AND (l.expires_on < t.day OR l.received_on > t.day)
  AND NOT EXISTS (
      SELECT 1 FROM stock_move AS m
      WHERE m.store_id = u.store_id AND m.lot_id = u.lot_id AND m.reverses = u.move)
ORDER BY s.code, t.code, u.line
