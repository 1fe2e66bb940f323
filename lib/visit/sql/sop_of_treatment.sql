-- Facts of the SOP about a treatment itself: its times once it was begun, its nurse, and a licence of who did it that covers the project
-- and held on the day.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: staff_id int
-- column: started moment
-- column: ended moment
-- column: nurse bool
-- column: nurse_by int
-- column: licensed bool
SELECT t.store_id, t.id AS treatment_id, t.doctor_id AS staff_id, CASE WHEN t.status <> 'preparation' THEN t.started_at END AS started,
       CASE WHEN t.status <> 'preparation' THEN t.ended_at END AS ended,
       CASE WHEN t.nurse_id IS NOT NULL OR EXISTS (
           SELECT 1 FROM treatment_hand AS h
           WHERE h.store_id = t.store_id AND h.treatment_id = t.id AND (h.part = 'nurse' OR h.part = 'assistant'))
            THEN 1 ELSE 0 END AS nurse, t.nurse_id AS nurse_by,
       CASE WHEN EXISTS (
           SELECT 1 FROM licence AS l
           WHERE (l.staff_id = t.doctor_id OR l.staff_id IN (
                      SELECT h.staff_id FROM treatment_hand AS h
                      WHERE h.store_id = t.store_id AND h.treatment_id = t.id AND h.part = 'operator'))
             AND (l.kind = COALESCE(p.licence, 'physician')
                  OR (COALESCE(p.licence, 'physician') = 'physician' AND l.kind = 'chief-physician'))
             AND (l.store_id IS NULL OR l.store_id = t.store_id)
             AND (l.valid_from IS NULL OR l.valid_from <= t.day) AND (l.valid_to IS NULL OR l.valid_to >= t.day))
            THEN 1 ELSE 0 END AS licensed
FROM store AS s
CROSS JOIN treatment AS t
CROSS JOIN project AS p
WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
  AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
  AND p.id = t.project_id
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))
