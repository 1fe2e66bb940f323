-- The doctor of a treatment had left the house before that day.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, t.code AS subject,
       d.code || ' ' || d.name AS detail
FROM treatment AS t
JOIN staff AS d ON d.id = t.doctor_id
JOIN store AS s ON s.id = t.store_id
WHERE d.left_on < t.day AND t.status <> 'entered-in-error'
ORDER BY s.code, t.code
