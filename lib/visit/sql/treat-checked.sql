-- The lots and units of an item that were checked in a visit for a project, what the client confirmed first.
-- param: store_id int
-- param: visit_id int
-- param: project_id int
-- param: item_id int
-- param: at moment
-- column: lot_id int
-- column: unit text
SELECT k.lot_id, k.unit
FROM product_check AS k
WHERE k.store_id = $1 AND k.visit_id = $2 AND k.project_id = $3 AND k.item_id = $4 AND k.at <= CAST($5 AS BIGINT)
GROUP BY k.lot_id, k.unit
ORDER BY MAX(CASE WHEN k.confirmed_at <= CAST($5 AS BIGINT) THEN 1 ELSE 0 END) DESC, MIN(k.id)
