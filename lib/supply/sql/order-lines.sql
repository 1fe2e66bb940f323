-- The lines of an order.
-- param: store_id int
-- param: purchase_id int
-- column: id int
-- column: line int
-- column: item text
-- column: quantity int
-- column: amount_fen fen
-- column: received int
-- column: spec text
SELECT l.id, l.line, i.code AS item, l.quantity, l.amount_fen, l.received, l.spec
FROM purchase_line AS l
JOIN item AS i ON i.id = l.item_id
WHERE l.store_id = $1 AND l.purchase_id = $2
ORDER BY l.line
