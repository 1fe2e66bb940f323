-- A movement.
-- param: store_id int
-- param: id int
-- param: code text
-- param: item_id int
-- param: lot_id int
-- param: kind text
-- param: quantity int
-- param: cost_fen fen
-- param: at moment
-- param: day day
-- param: treatment_id int
-- param: vial_id int
-- param: staff_id int
-- param: second_id int
-- param: reverses text
-- param: reason text
-- param: paper text
INSERT INTO stock_move (store_id, id, code, item_id, lot_id, kind, quantity, cost_fen, at, day, treatment_id, vial_id,
                        staff_id, second_id, reverses, reason, paper)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
