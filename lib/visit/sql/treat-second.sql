-- Who checked something controlled in a visit before a treatment, from their own account, and is not its operator: the
-- second person.
-- param: store_id int
-- param: visit_id int
-- param: project_id int
-- param: operator_id int
-- param: at moment
-- column: staff_id int
SELECT k.staff_id
FROM product_check AS k
JOIN item AS i ON i.id = k.item_id AND i.controlled = 1
WHERE k.store_id = $1 AND k.visit_id = $2 AND k.project_id = $3
  AND k.own = 1 AND k.staff_id <> CAST($4 AS BIGINT) AND k.at <= CAST($5 AS BIGINT)
ORDER BY k.id DESC
LIMIT 1
