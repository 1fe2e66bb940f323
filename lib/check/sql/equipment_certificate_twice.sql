-- Two machines share a certificate of calibration.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, e.code AS subject, c.certificate || ' ' || q.code AS detail
FROM calibration AS c
JOIN store AS s ON s.id = c.store_id
JOIN equipment AS e ON e.store_id = c.store_id AND e.id = c.equipment_id
JOIN calibration AS k ON k.certificate = c.certificate AND k.body = c.body
JOIN equipment AS q ON q.store_id = k.store_id AND q.id = k.equipment_id
WHERE k.store_id > c.store_id OR (k.store_id = c.store_id AND k.equipment_id > c.equipment_id)
ORDER BY s.code, e.code, c.certificate, q.code
