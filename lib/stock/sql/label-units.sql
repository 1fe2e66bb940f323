-- The lots that a unit of an item is known in: as it came, was checked or was used.
-- param: item_id int
-- param: serial text
-- column: lot text
SELECT l.code AS lot
FROM receipt_unit AS u
JOIN receipt AS r ON r.store_id = u.store_id AND r.id = u.receipt_id AND r.state = 'accepted'
JOIN receipt_line AS n ON n.store_id = u.store_id AND n.receipt_id = u.receipt_id AND n.line = u.line AND n.item_id = $1
JOIN lot AS l ON l.store_id = n.store_id AND l.id = n.lot_id
WHERE u.serial = $2
UNION
SELECT l.code
FROM store AS s CROSS JOIN product_check AS c
JOIN lot AS l ON l.store_id = c.store_id AND l.id = c.lot_id
WHERE c.store_id = s.id AND c.unit = $2 AND c.item_id = $1
UNION
SELECT l.code
FROM store AS s CROSS JOIN treatment_item AS t
JOIN lot AS l ON l.store_id = t.store_id AND l.id = t.lot_id
WHERE t.store_id = s.id AND t.unit = $2 AND t.item_id = $1
ORDER BY lot
