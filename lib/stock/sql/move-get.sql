-- A movement, and whether another one counters it already.
-- param: store_id int
-- param: code text
-- column: item_id int
-- column: lot_id int
-- column: kind text
-- column: quantity int
-- column: cost_fen fen
-- column: treatment_id int
-- column: vial_id int
-- column: countered_by text
SELECT m.item_id, m.lot_id, m.kind, m.quantity, m.cost_fen, m.treatment_id, m.vial_id,
       (SELECT MIN(c.code) FROM stock_move AS c
        WHERE c.store_id = m.store_id AND c.lot_id = m.lot_id AND c.reverses = m.code) AS countered_by
FROM stock_move AS m WHERE m.store_id = $1 AND m.code = $2
