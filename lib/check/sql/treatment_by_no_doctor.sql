-- The doctor named in a treatment is not a doctor.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, t.code AS subject,
       d.code || ' ' || d.name || ', ' || d.role AS detail
FROM treatment AS t
JOIN staff AS d ON d.id = t.doctor_id
JOIN store AS s ON s.id = t.store_id
WHERE d.role <> 'doctor' AND t.status <> 'entered-in-error'
ORDER BY s.code, t.code
