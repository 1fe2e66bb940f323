-- What of the machines is due within so many days or overdue, and faults that have stood for hours.
-- param: store_id int
-- param: today day
-- param: days int
-- param: fault_hours int
-- param: as_of moment
-- param: kind text
-- column: severity text
-- column: store text
-- column: equipment text
-- column: name text
-- column: what text
-- column: detail text
-- column: due_on day
-- column: days_left int
-- column: room text
-- column: owner text
WITH
-- include: machine.part
,
-- include: equipment-due.part
SELECT d.severity, s.code AS store, m.code AS equipment, m.name, d.what, d.detail, d.due_on, d.due_on - CAST($2 AS BIGINT) AS days_left,
       m.room, p.code AS owner
FROM due AS d
JOIN machine AS m ON m.store_id = d.store_id AND m.id = d.equipment_id
JOIN store AS s ON s.id = m.store_id
LEFT JOIN staff AS p ON p.id = m.owner_id
WHERE m.state <> 'retired' AND (CAST($6 AS TEXT) IS NULL OR m.kind = $6)
ORDER BY d.severity, d.due_on NULLS FIRST, s.code, m.code, d.what, d.detail NULLS FIRST
