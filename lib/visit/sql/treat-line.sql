-- A line of what a treatment used, if it was not taken back: what it says, and its movement.
-- param: store_id int
-- param: treatment_id int
-- param: line int
-- column: item_id int
-- column: lot_id int
-- column: quantity int
-- column: unit text
-- column: cost_fen fen
-- column: move text
SELECT item_id, lot_id, quantity, unit, cost_fen, move
FROM treatment_item WHERE store_id = $1 AND treatment_id = $2 AND line = $3
