-- A visit ends, or its wait ends, before it begins.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, v.code AS subject,
       NULL AS detail
FROM visit AS v
JOIN store AS s ON s.id = v.store_id
WHERE v.left_at < v.arrived_at OR v.seen_at < v.arrived_at OR v.left_at < v.seen_at
ORDER BY s.code, v.code
