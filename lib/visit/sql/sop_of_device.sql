-- Facts of the SOP about the device of a treatment: needed by its project; in calibration on its day.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: needed bool
-- column: calibrated bool
SELECT t.store_id, t.id AS treatment_id, 1 AS needed,
       CASE WHEN q.calibrate = 0 OR (c.passed = 1 AND c.valid_to >= t.day) THEN 1 ELSE 0 END AS calibrated
FROM store AS s
CROSS JOIN treatment AS t
CROSS JOIN project AS p
LEFT JOIN equipment AS q ON q.store_id = t.store_id AND q.code = t.device AND q.kind = p.device_kind
LEFT JOIN calibration AS c ON c.store_id = q.store_id AND c.id = (
    SELECT k.id FROM calibration AS k
    WHERE k.store_id = q.store_id AND k.equipment_id = q.id AND k.done_on <= t.day
    ORDER BY k.done_on DESC, k.id DESC LIMIT 1)
WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
  AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
  AND p.id = t.project_id AND p.device_kind IS NOT NULL
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))
