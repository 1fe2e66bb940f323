-- The register of controlled items by opened pack (专册): it was opened, what was drawn for which prescription or treatment and
-- client, by whom and before whom, and what of it was destroyed, with the rest behind each. What left unopened has no pack.
-- param: store_id int
-- param: as_of moment
-- param: item text
-- param: pack text
-- param: from moment
-- param: to moment
-- column: store text
-- column: item text
-- column: lot text
-- column: pack text
-- column: at moment
-- column: step text
-- column: move text
-- column: quantity int
-- column: rest int
-- column: unit text
-- column: treatment text
-- column: client text
-- column: paper text
-- column: staff text
-- column: second text
-- column: reason text
WITH
-- include: dose.part
,
line AS (
    SELECT v.store_id, v.item_id, v.lot_id, v.id AS vial_id, v.opened_at AS at, 'opened' AS step,
           CAST(NULL AS TEXT) AS move, v.quantity, 0 AS number, CAST(NULL AS BIGINT) AS treatment_id, CAST(NULL AS TEXT) AS paper,
           CAST(NULL AS BIGINT) AS staff_id, CAST(NULL AS BIGINT) AS second_id, CAST(NULL AS TEXT) AS reason
    FROM pack AS v
    UNION ALL
    SELECT m.store_id, m.item_id, m.lot_id, m.vial_id, m.at, m.kind, m.code, m.quantity, m.id, m.treatment_id, m.paper,
           m.staff_id, m.second_id, m.reason
    FROM dosed AS m),
running AS (
    SELECT n.*, v.code AS pack, COALESCE(v.opened_at, n.at) AS began,
           CASE WHEN n.vial_id IS NOT NULL
                THEN CAST(SUM(n.quantity) OVER (PARTITION BY n.store_id, n.vial_id ORDER BY n.at, n.number) AS BIGINT) END AS rest
    FROM line AS n
    LEFT JOIN vial AS v ON v.store_id = n.store_id AND v.id = n.vial_id)
SELECT s.code AS store, i.code AS item, l.code AS lot, n.pack, n.at, n.step, n.move, n.quantity, n.rest, i.unit,
       t.code AS treatment, c.code AS client, n.paper, p.code AS staff, q.code AS second, n.reason
FROM running AS n
JOIN store AS s ON s.id = n.store_id
JOIN item AS i ON i.id = n.item_id
JOIN lot AS l ON l.store_id = n.store_id AND l.id = n.lot_id
LEFT JOIN treatment AS t ON t.store_id = n.store_id AND t.id = n.treatment_id
LEFT JOIN client AS c ON c.id = t.client_id
LEFT JOIN staff AS p ON p.id = n.staff_id
LEFT JOIN staff AS q ON q.id = n.second_id
WHERE (CAST($5 AS BIGINT) IS NULL OR n.at >= $5)
  AND (CAST($6 AS BIGINT) IS NULL OR n.at < $6)
ORDER BY s.code, i.code, n.began, n.pack NULLS LAST, n.at, n.number
