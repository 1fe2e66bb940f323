-- A task was done before the treatment that it follows.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, k.code AS subject, t.code AS detail
FROM task AS k
JOIN treatment AS t ON t.store_id = k.store_id AND t.id = k.treatment_id
JOIN store AS s ON s.id = k.store_id
WHERE k.done_at < t.started_at
ORDER BY s.code, k.code
