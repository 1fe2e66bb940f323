-- What was wasted or found missing, a row a movement in the order of what it is told by (item, store, reason or person), with what
-- was used beside it at cost: of that item or store, or of all. Where rows run over stores a movement is told with its store.
-- param: store_id int
-- param: as_of moment
-- param: from day
-- param: to day
-- param: by text
-- column: code text
-- column: name text
-- column: reason text
-- column: unit text
-- column: quantity int
-- column: cost_fen fen
-- column: used_fen fen
-- column: move text
WITH
-- include: flow.part
,
lost AS (
    SELECT m.*, CASE CAST($5 AS TEXT) WHEN 'item' THEN m.item_id WHEN 'store' THEN m.store_id ELSE 0 END AS part,
           CASE WHEN m.class = 'counted' AND m.quantity < 0 THEN 'count-over' WHEN m.class = 'counted' THEN 'count-short'
                WHEN l.expires_on < m.day THEN 'expired'
                WHEN v.use_by <= m.at THEN 'opened-too-long'
                WHEN m.vial_id IS NOT NULL THEN 'pack-rest' ELSE 'wasted' END AS cause
    FROM moved AS m
    JOIN lot AS l ON l.store_id = m.store_id AND l.id = m.lot_id
    LEFT JOIN vial AS v ON v.store_id = m.store_id AND v.id = m.vial_id
    WHERE m.class = 'wasted' OR m.class = 'counted'),
used AS (
    SELECT CASE CAST($5 AS TEXT) WHEN 'item' THEN m.item_id WHEN 'store' THEN m.store_id ELSE 0 END AS part,
           CAST(SUM(m.cost_fen) AS BIGINT) AS cost_fen
    FROM moved AS m WHERE m.class = 'used' GROUP BY 1)
SELECT CASE CAST($5 AS TEXT) WHEN 'item' THEN i.code WHEN 'store' THEN s.code WHEN 'reason' THEN n.cause
            ELSE COALESCE(p.code, '-') END AS code,
       CASE CAST($5 AS TEXT) WHEN 'item' THEN i.name WHEN 'store' THEN s.name WHEN 'reason' THEN NULL ELSE p.name END AS name,
       CASE WHEN $5 = 'reason' THEN n.reason END AS reason, CASE WHEN $5 = 'item' THEN i.unit END AS unit, n.quantity,
       n.cost_fen, COALESCE(u.cost_fen, 0) AS used_fen,
       CASE WHEN CAST($1 AS BIGINT) IS NULL AND $5 <> 'store' THEN s.code || '/' || n.code ELSE n.code END AS move
FROM lost AS n
JOIN item AS i ON i.id = n.item_id
JOIN store AS s ON s.id = n.store_id
LEFT JOIN staff AS p ON p.id = n.staff_id
LEFT JOIN used AS u ON u.part = n.part
ORDER BY 1, CASE WHEN $5 = 'reason' THEN n.reason END NULLS FIRST, n.day, n.at, s.code, n.code
