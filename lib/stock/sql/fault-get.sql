-- A fault by its code, with its machine.
-- param: store_id int
-- param: code text
-- column: id int
-- column: equipment text
-- column: state text
-- column: at moment
-- column: repair_at moment
-- column: repairer_staff text
SELECT f.id, e.code AS equipment, f.state, f.at, f.repair_at, p.code AS repairer_staff
FROM fault AS f
JOIN equipment AS e ON e.store_id = f.store_id AND e.id = f.equipment_id
LEFT JOIN staff AS p ON p.id = f.repairer_id
WHERE f.store_id = $1 AND f.code = $2
