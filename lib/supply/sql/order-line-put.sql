-- A line of an order, or what it says now.
-- param: store_id int
-- param: id int
-- param: purchase_id int
-- param: line int
-- param: item_id int
-- param: quantity int
-- param: amount_fen fen
-- param: spec text
INSERT INTO purchase_line (store_id, id, purchase_id, line, item_id, quantity, amount_fen, spec)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (store_id, id) DO UPDATE
SET quantity = excluded.quantity, amount_fen = excluded.amount_fen, spec = excluded.spec
