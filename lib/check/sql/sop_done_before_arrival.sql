-- An action of the standard procedure is said to be done before the client arrived.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, v.code AS subject, x.action AS detail
FROM sop_done AS x
JOIN visit AS v ON v.store_id = x.store_id AND v.id = x.visit_id
JOIN store AS s ON s.id = x.store_id
WHERE x.at < v.arrived_at
ORDER BY s.code, v.code, x.action
