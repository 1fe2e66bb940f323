-- A change of a lot's state.
-- param: store_id int
-- param: id int
-- param: code text
-- param: item_id int
-- param: lot_id int
-- param: was text
-- param: state text
-- param: at moment
-- param: day day
-- param: staff_id int
-- param: reason text
-- param: source text
INSERT INTO lot_state (store_id, id, code, item_id, lot_id, was, state, at, day, staff_id, reason, source)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
