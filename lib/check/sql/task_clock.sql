-- An escalation or emergency is open beyond its clock.
-- param: now moment
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'warning' AS severity, s.code AS store, k.code AS subject,
       CAST((CAST($1 AS BIGINT) - k.until_at) / 60 AS TEXT) || ' min' AS detail
FROM task AS k
JOIN store AS s ON s.id = k.store_id
WHERE k.state = 'open' AND (k.kind = 'escalation' OR k.kind = 'emergency') AND k.until_at < CAST($1 AS BIGINT)
ORDER BY s.code, k.code
