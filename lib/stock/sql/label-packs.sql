-- The packs of a lot that are open at that moment, with something in them, and may still be used.
-- param: store_id int
-- param: item text
-- param: lot text
-- param: at moment
-- column: code text
SELECT v.code
FROM item AS i
JOIN lot AS l ON l.store_id = $1 AND l.item_id = i.id AND l.code = $3
JOIN vial AS v ON v.store_id = l.store_id AND v.lot_id = l.id
WHERE i.code = $2 AND v.opened_at <= CAST($4 AS BIGINT)
  AND ((v.closed_at IS NULL AND v.quantity > v.used) OR v.closed_at > CAST($4 AS BIGINT)) AND (v.use_by IS NULL OR v.use_by >= CAST($4 AS BIGINT))
ORDER BY v.opened_at, v.code
