-- A task was done, and there is no follow-up that says what the client said.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'warning' AS severity, s.code AS store, k.code AS subject, k.kind AS detail
FROM task AS k
JOIN store AS s ON s.id = k.store_id
WHERE k.state = 'done'
  AND NOT EXISTS (SELECT 1 FROM followup AS f WHERE f.store_id = k.store_id AND f.task_id = k.id AND f.outcome <> 'unreachable')
  AND NOT (k.kind = 'survey' AND EXISTS (SELECT 1 FROM answer AS a WHERE a.client_id = k.client_id AND a.store_id = k.store_id AND a.at = k.done_at))
ORDER BY s.code, k.code
