-- What a treatment used, without what was taken back.
-- param: store_id int
-- param: treatment_id int
-- column: item_id int
-- column: lot_id int
-- column: unit text
-- column: quantity int
SELECT u.item_id, u.lot_id, u.unit, CAST(SUM(u.quantity) AS BIGINT) AS quantity
FROM treatment_item AS u WHERE u.store_id = $1 AND u.treatment_id = $2
GROUP BY u.item_id, u.lot_id, u.unit
HAVING SUM(u.quantity) > 0
ORDER BY u.item_id, u.lot_id, u.unit
