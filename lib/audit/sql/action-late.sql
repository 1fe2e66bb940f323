-- How many corrective actions are overdue.
-- param: store text
-- param: today int
-- column: late int
SELECT COUNT(*) AS late
FROM audit_action AS a JOIN store AS s ON s.id = a.store_id
WHERE a.closed_at IS NULL AND a.due_on < $2 AND (CAST($1 AS TEXT) IS NULL OR s.code = $1)
