-- A task was done and nobody knows when, or has such a time and was not done.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, k.code AS subject, k.state AS detail
FROM task AS k
JOIN store AS s ON s.id = k.store_id
WHERE (k.state = 'done' AND k.done_at IS NULL) OR (k.state <> 'done' AND k.done_at IS NOT NULL)
ORDER BY s.code, k.code
