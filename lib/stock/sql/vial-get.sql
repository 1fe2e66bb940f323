-- An opened pack.
-- param: store_id int
-- param: code text
-- column: id int
-- column: item_id int
-- column: lot_id int
-- column: amount int
-- column: use_by moment
-- column: closed_at moment
-- column: opened_at moment
SELECT id, item_id, lot_id, quantity - used AS amount, use_by, closed_at, opened_at
FROM vial WHERE store_id = $1 AND code = $2
