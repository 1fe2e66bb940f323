-- A count begins.
-- param: store_id int
-- param: id int
-- param: code text
-- param: at moment
-- param: day day
-- param: staff_id int
-- param: note text
INSERT INTO stocktake (store_id, id, code, at, day, position, state, staff_id, note)
VALUES ($1, $2, $3, $4, $5, (SELECT COALESCE(MAX(m.id), 0) FROM stock_move AS m WHERE m.store_id = $1), 'open', $6, $7)
