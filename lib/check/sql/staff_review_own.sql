-- Someone assessed their own work.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, CAST(NULL AS TEXT) AS store, r.code AS subject,
       s.code || ' ' || s.name AS detail
FROM review AS r
JOIN staff AS s ON s.id = r.staff_id
WHERE r.reviewer_id = r.staff_id
ORDER BY r.code
