-- A refused delivery has a lot, or an accepted one has a line without.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, r.code AS subject, r.state || ': ' || i.code AS detail
FROM receipt AS r
JOIN receipt_line AS l ON l.store_id = r.store_id AND l.receipt_id = r.id
JOIN item AS i ON i.id = l.item_id
JOIN store AS s ON s.id = r.store_id
WHERE (r.state = 'refused' AND l.lot_id IS NOT NULL) OR (r.state = 'accepted' AND l.lot_id IS NULL)
ORDER BY s.code, r.code, i.code
