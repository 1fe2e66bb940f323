-- Maintenance that found a fault counts as done, or one that does not count found none.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, m.code AS subject, m.task AS detail
FROM maintenance AS m
JOIN store AS s ON s.id = m.store_id
WHERE (m.passed = 1 AND m.fault_id IS NOT NULL) OR (m.passed = 0 AND m.fault_id IS NULL)
ORDER BY s.code, m.code
