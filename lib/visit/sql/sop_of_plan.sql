-- Facts of the SOP about the plans of a visit.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: visit_id int
-- column: staff_id int
-- column: proposed moment
-- column: lines bool
-- column: doctor bool
-- column: doctor_by int
-- column: agreed bool
SELECT v.store_id, v.id AS visit_id, p.consultant_id AS staff_id, p.at AS proposed,
       CASE WHEN EXISTS (SELECT 1 FROM plan_line AS l WHERE l.store_id = p.store_id AND l.plan_id = p.id)
            THEN 1 ELSE 0 END AS lines,
       CASE WHEN p.doctor_id IS NOT NULL THEN 1 ELSE 0 END AS doctor, p.doctor_id AS doctor_by,
       CASE WHEN p.state = 'agreed' THEN 1 ELSE 0 END AS agreed
FROM store AS s
CROSS JOIN visit AS v
CROSS JOIN plan AS p
WHERE v.store_id = s.id AND v.day >= CAST($1 AS BIGINT) AND v.day < CAST($2 AS BIGINT)
  AND p.client_id = v.client_id AND +p.store_id = v.store_id AND p.visit_id = v.id
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR v.id = CAST($4 AS BIGINT))
