-- A draft of an order.
-- param: store_id int
-- param: id int
-- param: code text
-- param: supplier_id int
-- param: at moment
-- param: day day
-- param: due_on day
-- param: ordered_by text
-- param: note text
INSERT INTO purchase (store_id, id, code, supplier_id, at, day, state, amount_fen, due_on, ordered_by, note)
VALUES ($1, $2, $3, $4, $5, $6, 'draft', 0, $7, $8, $9)
