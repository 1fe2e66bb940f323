-- A pack that is opened.
-- param: store_id int
-- param: id int
-- param: code text
-- param: item_id int
-- param: lot_id int
-- param: opened_at moment
-- param: use_by moment
-- param: quantity int
INSERT INTO vial (store_id, id, code, item_id, lot_id, opened_at, use_by, quantity, used)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)
