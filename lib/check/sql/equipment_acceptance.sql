-- A machine was accepted as another kind, or from another supplier, than was chosen.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, a.code AS subject, e.code AS detail
FROM acceptance AS a
JOIN store AS s ON s.id = a.store_id
JOIN equipment AS e ON e.store_id = a.store_id AND e.id = a.equipment_id
JOIN equipment_request AS r ON r.store_id = a.store_id AND r.id = a.request_id
WHERE e.kind <> r.kind OR e.supplier_id <> r.supplier_id
ORDER BY s.code, a.code
