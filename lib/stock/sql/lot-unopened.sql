-- How much of a lot is unopened: what is on hand without the rest of its opened packs.
-- param: store_id int
-- param: id int
-- column: amount int
SELECT l.quantity + l.moved - COALESCE((
           SELECT CAST(SUM(v.quantity - v.used) AS BIGINT) FROM vial AS v
           WHERE v.store_id = l.store_id AND v.lot_id = l.id AND v.closed_at IS NULL), 0) AS amount
FROM lot AS l WHERE l.store_id = $1 AND l.id = $2
