-- The treatments of the visits of a window, with their projects, in the order of store and id.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: visit_id int
-- column: id int
-- column: code text
-- column: project text
-- column: kind text
-- column: grade int
-- column: doctor_id int
-- column: nurse_id int
-- column: started_at moment
SELECT t.store_id, t.visit_id, t.id, t.code, p.code AS project, p.kind, p.grade, t.doctor_id, t.nurse_id, t.started_at
FROM store AS s
CROSS JOIN treatment AS t
CROSS JOIN project AS p
WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
  AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
  AND p.id = t.project_id
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))
ORDER BY t.store_id, t.id
