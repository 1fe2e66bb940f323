-- Facts of the SOP about the assessment before a treatment: by a doctor in person, fit, and still valid on its day.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: staff_id int
-- column: fit moment
-- column: history bool
SELECT t.store_id, t.id AS treatment_id, a.staff_id, a.at AS fit,
       CASE WHEN a.history IS NOT NULL AND a.allergy IS NOT NULL THEN 1 ELSE 0 END AS history
FROM store AS s
CROSS JOIN treatment AS t
CROSS JOIN assessment AS a
CROSS JOIN staff AS d
WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
  AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
  AND a.client_id = t.client_id AND +a.store_id = t.store_id AND a.project_id = t.project_id
  AND a.in_person = 1 AND a.verdict = 'fit' AND a.day <= t.day
  AND (a.valid_to >= t.day OR (a.valid_to IS NULL AND a.day >= t.day - 30))
  AND d.id = a.staff_id AND d.role = 'doctor'
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))
