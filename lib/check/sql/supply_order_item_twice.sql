-- An order has an item in two lines.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, p.code AS subject, i.code AS detail
FROM purchase_line AS l
JOIN purchase AS p ON p.store_id = l.store_id AND p.id = l.purchase_id
JOIN item AS i ON i.id = l.item_id
JOIN store AS s ON s.id = l.store_id
GROUP BY s.code, p.code, i.code
HAVING COUNT(*) > 1
ORDER BY s.code, p.code, i.code
