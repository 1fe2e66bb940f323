-- What was opened of controlled items, a line a pack: opened = used + wasted + rest, or it is off; uses without prescription or
-- treatment, movements without a second person, what was destroyed without a record, uses behind the pack's deadline, and what is
-- left behind it. What left a lot unopened is one line.
-- param: store_id int
-- param: as_of moment
-- param: item text
-- param: pack text
-- param: from moment
-- param: to moment
-- column: severity text
-- column: store text
-- column: item text
-- column: lot text
-- column: pack text
-- column: opened_at moment
-- column: opened int
-- column: used int
-- column: wasted int
-- column: rest int
-- column: off int
-- column: unlinked int
-- column: alone int
-- column: unrecorded int
-- column: late int
-- column: overdue int
-- column: unit text
WITH
-- include: dose.part
,
summed AS (
    SELECT m.store_id, m.item_id, m.lot_id, m.vial_id,
           -CAST(SUM(CASE WHEN m.class <> 'waste' THEN m.quantity ELSE 0 END) AS BIGINT) AS used,
           -CAST(SUM(CASE WHEN m.class = 'waste' THEN m.quantity ELSE 0 END) AS BIGINT) AS wasted,
           SUM(CASE WHEN m.undone = 0 AND (m.class = 'use' OR m.class = 'issue') AND m.treatment_id IS NULL
                     AND COALESCE(m.paper, '') = '' THEN 1 ELSE 0 END) AS unlinked,
           SUM(CASE WHEN m.undone = 0 AND (m.second_id IS NULL OR m.second_id = m.staff_id) THEN 1 ELSE 0 END) AS alone,
           SUM(CASE WHEN m.undone = 0 AND m.class = 'waste' AND d.code IS NULL THEN 1 ELSE 0 END) AS unrecorded,
           SUM(CASE WHEN m.undone = 0 AND (m.class = 'use' OR m.class = 'issue') AND v.use_by <= m.at THEN 1 ELSE 0 END) AS late
    FROM dosed AS m
    LEFT JOIN pack AS v ON v.store_id = m.store_id AND v.id = m.vial_id
    LEFT JOIN disposal AS d ON d.store_id = m.store_id AND d.code = m.paper
    WHERE m.vial_id IS NOT NULL OR ((CAST($5 AS BIGINT) IS NULL OR m.at >= $5) AND (CAST($6 AS BIGINT) IS NULL OR m.at < $6))
    GROUP BY m.store_id, m.item_id, m.lot_id, m.vial_id),
line AS (
    SELECT v.store_id, v.item_id, v.lot_id, v.code AS pack, v.opened_at, v.quantity AS opened, COALESCE(n.used, 0) AS used,
           COALESCE(n.wasted, 0) AS wasted,
           v.quantity - v.used - COALESCE((
               SELECT CAST(SUM(m.quantity) AS BIGINT) FROM stock_move AS m
               WHERE m.store_id = v.store_id AND m.vial_id = v.id AND m.at > CAST($2 AS BIGINT)), 0) AS rest,
           COALESCE(n.unlinked, 0) AS unlinked, COALESCE(n.alone, 0) AS alone, COALESCE(n.unrecorded, 0) AS unrecorded,
           COALESCE(n.late, 0) AS late, CASE WHEN v.use_by <= CAST($2 AS BIGINT) THEN 1 ELSE 0 END AS ended
    FROM pack AS v
    LEFT JOIN summed AS n ON n.store_id = v.store_id AND n.vial_id = v.id
    WHERE (CAST($5 AS BIGINT) IS NULL OR v.opened_at >= $5) AND (CAST($6 AS BIGINT) IS NULL OR v.opened_at < $6)
    UNION ALL
    SELECT n.store_id, n.item_id, n.lot_id, NULL, NULL, n.used + n.wasted, n.used, n.wasted, 0, n.unlinked, n.alone,
           n.unrecorded, 0, 0
    FROM summed AS n
    WHERE n.vial_id IS NULL),
judged AS (
    SELECT n.*, n.opened - n.used - n.wasted - n.rest AS off, n.ended * n.rest AS overdue, i.code AS item, i.unit
    FROM line AS n
    JOIN item AS i ON i.id = n.item_id)
SELECT CASE WHEN n.off <> 0 OR n.unlinked + n.alone + n.unrecorded + n.late > 0 THEN 'error'
            WHEN n.overdue > 0 THEN 'warning' ELSE 'ok' END AS severity,
       s.code AS store, n.item, l.code AS lot, n.pack, n.opened_at, n.opened, n.used, n.wasted, n.rest, n.off, n.unlinked, n.alone,
       n.unrecorded, n.late, n.overdue, n.unit
FROM judged AS n
JOIN store AS s ON s.id = n.store_id
JOIN lot AS l ON l.store_id = n.store_id AND l.id = n.lot_id
ORDER BY s.code, n.item, l.code, n.opened_at NULLS FIRST, n.pack
