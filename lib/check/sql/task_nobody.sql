-- An escalation or emergency is open for nobody by name, or for one who has left.
-- param: now moment
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'warning' AS severity, s.code AS store, k.code AS subject, k.role || COALESCE(' ' || w.code || ' ' || w.name, '') AS detail
FROM task AS k
JOIN store AS s ON s.id = k.store_id
LEFT JOIN staff AS w ON w.id = k.staff_id
WHERE k.state = 'open' AND (k.kind = 'escalation' OR k.kind = 'emergency')
  AND (w.id IS NULL OR w.left_on < (CAST($1 AS BIGINT) - 43200) / 86400)
ORDER BY s.code, k.code
