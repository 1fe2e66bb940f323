-- The machines of a store, or of all, and whether each may be used on that day.
-- param: store_id int
-- param: today day
-- param: kind text
-- param: room text
-- param: owner text
-- param: unusable bool
-- param: emergency bool
-- param: all bool
-- column: store text
-- column: code text
-- column: name text
-- column: kind text
-- column: model text
-- column: serial text
-- column: room text
-- column: owner text
-- column: usable bool
-- column: why text
-- column: fault text
-- column: valid_to day
-- column: maintain_by day
-- column: warranty_to day
-- column: life_to day
WITH
-- include: machine.part
,
-- include: equipment-stands.part
SELECT s.code AS store, m.code, m.name, m.kind, m.model, m.serial, m.room, p.code AS owner,
       CASE WHEN m.why = 'ok' THEN 1 ELSE 0 END AS usable, m.why, m.fault,
       CASE WHEN m.calibrate = 1 THEN m.valid_to END AS valid_to,
       (SELECT MIN(u.due_on) FROM upkeep AS u WHERE u.store_id = m.store_id AND u.equipment_id = m.id) AS maintain_by,
       m.warranty_to, m.life_to
FROM stands AS m
JOIN store AS s ON s.id = m.store_id
LEFT JOIN staff AS p ON p.id = m.owner_id
WHERE (CAST($3 AS TEXT) IS NULL OR m.kind = $3) AND (CAST($4 AS TEXT) IS NULL OR m.room = $4)
  AND (CAST($5 AS TEXT) IS NULL OR p.code = $5) AND (CAST($6 AS BIGINT) = 0 OR m.why <> 'ok')
  AND (CAST($7 AS BIGINT) = 0 OR m.emergency = 1) AND (CAST($8 AS BIGINT) = 1 OR m.state <> 'retired')
ORDER BY s.code, m.code
