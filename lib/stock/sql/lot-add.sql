-- A lot that came for the first time.
-- param: store_id int
-- param: id int
-- param: item_id int
-- param: code text
-- param: supplier_id int
-- param: made_on day
-- param: expires_on day
-- param: received_on day
-- param: quantity int
-- param: cost_fen fen
-- param: place text
INSERT INTO lot (store_id, id, item_id, code, supplier_id, made_on, expires_on, received_on, quantity, cost_fen, place)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
