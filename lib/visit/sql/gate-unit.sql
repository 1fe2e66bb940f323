-- The treatment that used a unit of an item, if one did and it was not taken back.
-- param: store_id int
-- param: item_id int
-- param: unit text
-- param: treatment_id int
-- column: treatment text
SELECT MIN(t.code) AS treatment
FROM treatment_item AS u
JOIN treatment AS t ON t.store_id = u.store_id AND t.id = u.treatment_id
WHERE u.store_id = $1 AND u.item_id = $2 AND u.unit = $3 AND t.id <> CAST($4 AS BIGINT)
HAVING SUM(u.quantity) > 0
