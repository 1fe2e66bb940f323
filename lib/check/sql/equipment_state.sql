-- A machine stands still without a fault, or works or is retired with one that is open.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT CASE WHEN e.state = 'fault' THEN 'warning' ELSE 'error' END AS severity, s.code AS store, e.code AS subject,
       e.state || COALESCE(' ' || f.code, '') AS detail
FROM equipment AS e
JOIN store AS s ON s.id = e.store_id
LEFT JOIN fault AS f ON f.store_id = e.store_id AND f.equipment_id = e.id AND (f.state = 'open' OR f.state = 'repairing')
WHERE (e.state = 'fault' AND f.id IS NULL) OR (e.state <> 'fault' AND f.id IS NOT NULL)
ORDER BY s.code, e.code, f.code
