-- The file of a person has another role or store than the post that goes on.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'warning' AS severity, CAST(NULL AS TEXT) AS store, s.code AS subject,
       s.role || ' / ' || p.role AS detail
FROM staff AS s
JOIN post AS p ON p.staff_id = s.id AND p.to_on IS NULL
WHERE s.role <> p.role OR s.store_id IS DISTINCT FROM p.store_id
ORDER BY s.code
