-- A lot in a count.
-- param: store_id int
-- param: id int
-- param: stocktake_id int
-- param: item_id int
-- param: lot_id int
INSERT INTO stocktake_line (store_id, id, stocktake_id, item_id, lot_id) VALUES ($1, $2, $3, $4, $5)
