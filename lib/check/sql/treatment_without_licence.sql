-- The doctor of a treatment had no valid physician's licence on that day.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, t.code AS subject,
       d.code || ' ' || d.name AS detail
FROM treatment AS t
JOIN staff AS d ON d.id = t.doctor_id AND d.role = 'doctor'
JOIN store AS s ON s.id = t.store_id
WHERE t.status IN ('in-progress', 'completed', 'stopped')
  AND NOT EXISTS (
      SELECT 1 FROM licence AS l
      WHERE l.staff_id = t.doctor_id AND l.kind IN ('physician', 'chief-physician')
        AND (l.valid_from IS NULL OR l.valid_from <= t.day)
        AND (l.valid_to IS NULL OR l.valid_to >= t.day))
ORDER BY s.code, t.code
