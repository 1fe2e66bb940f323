-- A delivery as it was judged.
-- param: store_id int
-- param: id int
-- param: code text
-- param: supplier_id int
-- param: purchase_id int
-- param: state text
-- param: at moment
-- param: day day
-- param: shipped_at moment
-- param: delivery_no text
-- param: staff_id int
-- param: by_login text
-- param: second_by text
-- param: reasons text
-- param: note text
INSERT INTO receipt (store_id, id, code, supplier_id, purchase_id, state, at, day, shipped_at, delivery_no, staff_id,
                     by_login, second_by, reasons, note)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
