-- A line of a transfer.
-- param: store_id int
-- param: id int
-- param: code text
-- param: line int
-- param: to_store_id int
-- param: item_id int
-- param: lot_id int
-- param: quantity int
-- param: cost_fen fen
-- param: at moment
-- param: day day
-- param: staff_id int
-- param: reason text
-- param: out_move text
-- param: in_move text
INSERT INTO transfer (store_id, id, code, line, to_store_id, item_id, lot_id, quantity, cost_fen, at, day, staff_id, reason,
                      out_move, in_move)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
