-- A line of money.
-- param: store_id int
-- param: id int
-- param: code text
-- param: order_code text
-- param: client_id int
-- param: visit_id int
-- param: consultant_id int
-- param: project_id int
-- param: kind text
-- param: class text
-- param: method text
-- param: quantity int
-- param: amount_fen fen
-- param: paid_at moment
-- param: day day
-- param: note text
INSERT INTO payment (store_id, id, code, order_code, client_id, visit_id, consultant_id, project_id, kind, class, method,
                     quantity, amount_fen, paid_at, day, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
ON CONFLICT DO NOTHING
