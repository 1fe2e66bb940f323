-- A line of a delivery.
-- param: store_id int
-- param: id int
-- param: receipt_id int
-- param: line int
-- param: item_id int
-- param: label text
-- param: lot_id int
-- param: quantity int
-- param: amount_fen fen
-- param: made_on day
-- param: expires_on day
-- param: registration_no text
-- param: spec text
-- param: place text
INSERT INTO receipt_line (store_id, id, receipt_id, line, item_id, label, lot_id, quantity, amount_fen, made_on,
                          expires_on, registration_no, spec, place)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
