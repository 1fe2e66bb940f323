-- The check of a lot of an item for a client's treatment by a moment: of this visit, or of a unit if one is named.
-- A confirmed one comes first, and one by another person than the operator, from their own account.
-- param: store_id int
-- param: client_id int
-- param: visit_id int
-- param: project_id int
-- param: lot_id int
-- param: unit text
-- param: at moment
-- param: operator_id int
-- column: code text
-- column: confirmed bool
-- column: second bool
SELECT k.code,
       CASE WHEN k.confirmed_at <= CAST($7 AS BIGINT) THEN 1 ELSE 0 END AS confirmed,
       CASE WHEN k.own = 1 AND k.staff_id <> CAST($8 AS BIGINT) THEN 1 ELSE 0 END AS second
FROM product_check AS k
WHERE k.store_id = $1 AND k.client_id = $2 AND k.visit_id = CAST($3 AS BIGINT) AND k.project_id = $4 AND k.lot_id = $5
  AND (CAST($6 AS TEXT) IS NULL OR k.unit = $6) AND k.at <= CAST($7 AS BIGINT)
ORDER BY 2 DESC, 3 DESC, k.id DESC
LIMIT 1
