-- Facts of the SOP about what the client was told of a treatment in the ninety days up to it.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: staff_id int
-- column: told moment
-- column: acknowledged moment
-- column: alternative moment
SELECT t.store_id, t.id AS treatment_id, n.staff_id,
       CASE WHEN n.kind = 'risk' THEN n.at END AS told,
       CASE WHEN n.kind = 'risk' AND n.acknowledged = 1 THEN n.at END AS acknowledged,
       CASE WHEN n.kind = 'alternative' THEN n.at END AS alternative
FROM store AS s
CROSS JOIN treatment AS t
CROSS JOIN notice AS n
WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
  AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
  AND n.client_id = t.client_id AND n.day >= t.day - 90 AND n.day <= t.day
  AND (n.kind = 'risk' OR n.kind = 'alternative')
  AND (n.project_id = t.project_id
  OR (n.project_id IS NULL AND +n.store_id = t.store_id AND n.visit_id = t.visit_id))
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))
