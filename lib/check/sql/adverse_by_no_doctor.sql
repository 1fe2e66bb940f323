-- An adverse event is confirmed by somebody who is no doctor, or by nobody.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, a.code AS subject, COALESCE(d.code || ' ' || d.name, '-') AS detail
FROM adverse AS a
JOIN store AS s ON s.id = a.store_id
LEFT JOIN staff AS d ON d.id = a.doctor_id
WHERE a.confirmed = 1 AND COALESCE(d.role, '') <> 'doctor' AND a.state <> 'entered-in-error'
ORDER BY s.code, a.code
