-- The day of a visit is not the day of its arrival, in any time zone.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, v.code AS subject,
       NULL AS detail
FROM visit AS v
JOIN store AS s ON s.id = v.store_id
WHERE v.day * 86400 > v.arrived_at + 50400 OR (v.day + 1) * 86400 <= v.arrived_at - 43200
ORDER BY s.code, v.code
