-- A treatment was begun with a machine that stood still for a fault.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, t.code AS subject, e.code || ' ' || f.code AS detail
FROM fault AS f
JOIN equipment AS e ON e.store_id = f.store_id AND e.id = f.equipment_id
JOIN store AS s ON s.id = f.store_id
JOIN treatment AS t ON t.store_id = f.store_id AND t.device = e.code AND t.started_at >= f.at
     AND (f.ended_at IS NULL OR t.started_at < f.ended_at)
WHERE t.status <> 'entered-in-error'
ORDER BY s.code, t.code, f.code
