-- Whether a unit of an item came in some delivery before: in which, and where.
-- param: item_id int
-- param: serial text
-- column: store text
-- column: receipt text
SELECT s.code AS store, r.code AS receipt
FROM receipt_unit AS u
JOIN receipt AS r ON r.store_id = u.store_id AND r.id = u.receipt_id AND r.state = 'accepted'
JOIN receipt_line AS n ON n.store_id = u.store_id AND n.receipt_id = u.receipt_id AND n.line = u.line
JOIN store AS s ON s.id = u.store_id
WHERE u.serial = $2 AND n.item_id = $1
ORDER BY u.store_id, u.id LIMIT 1
