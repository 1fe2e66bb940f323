-- A line of a receipt stands for a lot of another item or number, or with another last day.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, r.code AS subject, i.code || ' ' || COALESCE(l.label, '-') AS detail
FROM receipt_line AS l
JOIN receipt AS r ON r.store_id = l.store_id AND r.id = l.receipt_id
JOIN lot AS o ON o.store_id = l.store_id AND o.id = l.lot_id
JOIN item AS i ON i.id = l.item_id
JOIN store AS s ON s.id = l.store_id
WHERE o.item_id <> l.item_id OR l.label IS NULL OR o.code <> l.label OR l.expires_on IS NULL
   OR o.expires_on <> l.expires_on
ORDER BY s.code, r.code, i.code, l.line
