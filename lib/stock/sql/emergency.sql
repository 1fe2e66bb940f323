-- The emergency kit of each store: what it lacks, what of it expires or may not be used, what of its machines is due. A store
-- that has none at all is told so.
-- param: store_id int
-- param: today day
-- param: days int
-- param: fault_hours int
-- param: as_of moment
-- param: place text
-- column: severity text
-- column: store text
-- column: what text
-- column: code text
-- column: name text
-- column: detail text
-- column: due_on day
-- column: days_left int
-- column: wanted int
-- column: usable int
-- column: place text
WITH
-- include: machine.part
,
-- include: equipment-due.part
,
kit AS (
    SELECT s.id AS store_id, s.code, COALESCE(CAST($6 AS TEXT),
           (SELECT g.value FROM setting AS g WHERE g.store_id = s.id AND g.name = 'stock.emergency_place'),
           (SELECT g.value FROM setting AS g WHERE g.store_id = 0 AND g.name = 'stock.emergency_place'), '急救车') AS place
    FROM store AS s
    WHERE s.id <> 0 AND (CAST($1 AS BIGINT) IS NULL OR s.id = $1) AND (s.closed_on IS NULL OR s.closed_on >= CAST($2 AS BIGINT))),
goods AS (
    SELECT k.store_id, l.item_id, l.code, l.expires_on, l.state, l.quantity + l.moved AS there
    FROM kit AS k
    JOIN lot AS l ON l.store_id = k.store_id AND l.place = k.place AND l.quantity + l.moved > 0),
wanted AS (
    SELECT w.store_id, w.item_id, w.quantity,
           COALESCE((SELECT CAST(SUM(g.there) AS BIGINT) FROM goods AS g
                     WHERE g.store_id = w.store_id AND g.item_id = w.item_id AND g.state = 'ok'
                       AND g.expires_on >= CAST($2 AS BIGINT)), 0) AS usable
    FROM emergency_item AS w WHERE w.quantity > 0),
found AS (
    SELECT 'error' AS severity, w.store_id, 'missing' AS what, i.code, i.name, CAST(NULL AS TEXT) AS detail,
           CAST(NULL AS BIGINT) AS due_on, w.quantity AS wanted, w.usable
    FROM wanted AS w JOIN item AS i ON i.id = w.item_id
    WHERE w.usable < w.quantity
    UNION ALL
    SELECT CASE WHEN g.expires_on < CAST($2 AS BIGINT) THEN 'error' ELSE 'warning' END, g.store_id, 'expiring', i.code, i.name, g.code,
           g.expires_on, NULL, g.there
    FROM goods AS g JOIN item AS i ON i.id = g.item_id
    WHERE g.expires_on <= CAST($2 AS BIGINT) + CAST($3 AS BIGINT)
    UNION ALL
    SELECT 'error', g.store_id, g.state, i.code, i.name, g.code, NULL, NULL, g.there
    FROM goods AS g JOIN item AS i ON i.id = g.item_id
    WHERE g.state <> 'ok'
    UNION ALL
    SELECT d.severity, d.store_id, d.what, m.code, m.name, d.detail, d.due_on, NULL, NULL
    FROM due AS d JOIN machine AS m ON m.store_id = d.store_id AND m.id = d.equipment_id
    WHERE m.emergency = 1 AND m.state <> 'retired'
    UNION ALL
    SELECT 'error', k.store_id, 'nothing', NULL, NULL, NULL, NULL, NULL, NULL
    FROM kit AS k
    WHERE NOT EXISTS (SELECT 1 FROM goods AS g WHERE g.store_id = k.store_id)
      AND NOT EXISTS (SELECT 1 FROM wanted AS w WHERE w.store_id = k.store_id)
      AND NOT EXISTS (SELECT 1 FROM machine AS m WHERE m.store_id = k.store_id AND m.emergency = 1 AND m.state <> 'retired'))
SELECT f.severity, k.code AS store, f.what, f.code, f.name, f.detail, f.due_on, f.due_on - CAST($2 AS BIGINT) AS days_left, f.wanted,
       f.usable, k.place
FROM found AS f JOIN kit AS k ON k.store_id = f.store_id
ORDER BY f.severity, f.due_on NULLS FIRST, k.code, f.what, f.code NULLS FIRST, f.detail NULLS FIRST
