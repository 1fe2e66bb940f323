-- Facts of the SOP about the pictures of a client in the thirty days up to a treatment.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: before bool
SELECT t.store_id, t.id AS treatment_id, 1 AS before
FROM store AS s
CROSS JOIN treatment AS t
CROSS JOIN album AS a
WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
  AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
  AND a.client_id = t.client_id AND a.taken_on >= t.day - 30 AND a.taken_on <= t.day
  AND (a.project_id IS NULL OR a.project_id = t.project_id)
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))
