-- A treatment begins before the client arrived for the visit that it belongs to.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, t.code AS subject,
       v.code AS detail
FROM treatment AS t
JOIN visit AS v ON v.store_id = t.store_id AND v.id = t.visit_id
JOIN store AS s ON s.id = t.store_id
WHERE t.started_at < v.arrived_at AND t.status <> 'entered-in-error'
ORDER BY s.code, t.code
