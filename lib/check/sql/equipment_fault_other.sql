-- A calibration or maintenance belongs to the fault of another machine.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, x.code AS subject, COALESCE(f.code, '-') AS detail
FROM (
    SELECT store_id, code, equipment_id, fault_id FROM calibration WHERE fault_id IS NOT NULL
    UNION ALL
    SELECT store_id, code, equipment_id, fault_id FROM maintenance WHERE fault_id IS NOT NULL) AS x
JOIN store AS s ON s.id = x.store_id
LEFT JOIN fault AS f ON f.store_id = x.store_id AND f.id = x.fault_id
WHERE f.id IS NULL OR f.equipment_id <> x.equipment_id
ORDER BY s.code, x.code
