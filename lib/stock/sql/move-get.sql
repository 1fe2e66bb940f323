-- A movement, whether another one counters it already, and what came back of it.
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
-- column: at moment
-- column: day day
-- column: returned int
-- column: returned_fen fen
SELECT m.item_id, m.lot_id, m.kind, m.quantity, m.cost_fen, m.treatment_id, m.vial_id,
       (SELECT MIN(c.code) FROM stock_move AS c
        WHERE c.store_id = m.store_id AND c.reverses = m.code AND c.kind = 'counter') AS countered_by,
       m.at, m.day,
       (SELECT COALESCE(CAST(SUM(r.quantity) AS BIGINT), 0) FROM stock_move AS r
        WHERE r.store_id = m.store_id AND r.reverses = m.code AND r.kind = 'return'
          AND NOT EXISTS (SELECT 1 FROM stock_move AS x
                          WHERE x.store_id = r.store_id AND x.reverses = r.code AND x.kind = 'counter')) AS returned,
       (SELECT COALESCE(CAST(SUM(r.cost_fen) AS BIGINT), 0) FROM stock_move AS r
        WHERE r.store_id = m.store_id AND r.reverses = m.code AND r.kind = 'return'
          AND NOT EXISTS (SELECT 1 FROM stock_move AS x
                          WHERE x.store_id = r.store_id AND x.reverses = r.code AND x.kind = 'counter')) AS returned_fen
FROM stock_move AS m WHERE m.store_id = $1 AND m.code = $2
