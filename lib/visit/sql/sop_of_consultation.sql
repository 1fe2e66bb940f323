-- Facts of the SOP about the consultations of a visit: what was recorded, and whether a doctor joined (三方会诊).
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: visit_id int
-- column: staff_id int
-- column: started moment
-- column: need bool
-- column: expectation bool
-- column: concern bool
-- column: budget bool
-- column: doctor bool
-- column: doctor_by int
SELECT k.store_id, k.visit_id, k.consultant_id AS staff_id, k.started_at AS started,
       CASE WHEN k.need IS NOT NULL THEN 1 ELSE 0 END AS need,
       CASE WHEN k.expectation IS NOT NULL THEN 1 ELSE 0 END AS expectation,
       CASE WHEN k.concern IS NOT NULL THEN 1 ELSE 0 END AS concern,
       CASE WHEN k.budget_fen IS NOT NULL THEN 1 ELSE 0 END AS budget,
       CASE WHEN k.doctor_id IS NOT NULL THEN 1 ELSE 0 END AS doctor, k.doctor_id AS doctor_by
FROM store AS s
CROSS JOIN consultation AS k
WHERE k.store_id = s.id AND k.day >= CAST($1 AS BIGINT) AND k.day < CAST($2 AS BIGINT) + 2
  AND k.visit_id IS NOT NULL AND k.outcome <> 'entered-in-error'
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR k.visit_id = CAST($4 AS BIGINT))
