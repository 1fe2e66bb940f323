-- The lines of an order, what came of them and what is open.
-- param: store_id int
-- param: order text
-- column: line int
-- column: item text
-- column: name text
-- column: spec text
-- column: quantity int
-- column: unit text
-- column: amount_fen fen
-- column: received int
-- column: open int
-- column: state text
SELECT l.line, i.code AS item, i.name, l.spec, l.quantity, i.unit, l.amount_fen, l.received,
       CASE WHEN p.state = 'approved' THEN l.quantity - l.received ELSE 0 END AS open, p.state
FROM purchase AS p
JOIN purchase_line AS l ON l.store_id = p.store_id AND l.purchase_id = p.id
JOIN item AS i ON i.id = l.item_id
WHERE p.store_id = $1 AND p.code = $2
ORDER BY l.line
