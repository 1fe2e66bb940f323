-- What goods cost that were used, wasted or missing, by item, lot, project, store, doctor or month; and the treatments of the
-- same days, what they earned, and what their kits should have cost at what a unit cost in those days. "-": no treatment.
-- param: store_id int
-- param: as_of moment
-- param: from day
-- param: to day
-- param: by text
-- param: few int
-- column: code text
-- column: name text
-- column: item text
-- column: unit text
-- column: used int
-- column: used_fen fen
-- column: rest int
-- column: rest_fen fen
-- column: cost_fen fen
-- column: wasted int
-- column: wasted_fen fen
-- column: counted int
-- column: counted_fen fen
-- column: treatments int
-- column: bare int
-- column: revenue_fen fen
-- column: share ratio
-- column: planned_fen fen
-- column: variance_fen fen
-- column: few bool
WITH
-- include: flow.part
,
-- include: spread.part
,
-- what a unit cost: in treatments of those days; of what none of them used, in what was ever received
priced AS MATERIALIZED (
    SELECT k.item_id, COALESCE(u.quantity, l.quantity) AS quantity, COALESCE(u.cost_fen, l.cost_fen) AS cost_fen
    FROM (SELECT DISTINCT item_id FROM kit WHERE optional = 0) AS k
    LEFT JOIN (SELECT f.item_id, CAST(SUM(f.quantity) AS BIGINT) AS quantity, CAST(SUM(f.cost_fen) AS BIGINT) AS cost_fen
               FROM flow AS f WHERE f.class = 'used' AND f.treatment_id IS NOT NULL
               GROUP BY f.item_id HAVING SUM(f.quantity) > 0) AS u ON u.item_id = k.item_id
    LEFT JOIN (SELECT x.item_id, CAST(SUM(x.quantity) AS BIGINT) AS quantity, CAST(SUM(x.cost_fen) AS BIGINT) AS cost_fen
               FROM lot AS x GROUP BY x.item_id HAVING SUM(x.quantity) > 0) AS l ON l.item_id = k.item_id),
-- in thousandths of a fen, so that it is rounded once
planned AS MATERIALIZED (
    SELECT k.project_id, CAST(SUM(k.quantity * p.cost_fen * 1000 / p.quantity) AS BIGINT) AS milli
    FROM kit AS k LEFT JOIN priced AS p ON p.item_id = k.item_id
    WHERE k.optional = 0
    GROUP BY k.project_id),
line AS (
    SELECT f.store_id, f.day, f.item_id, f.lot_id, f.treatment_id, f.class, f.quantity, f.cost_fen,
           0 AS treated, 0 AS bare, 0 AS revenue_fen
    FROM flow AS f
    UNION ALL
    SELECT t.store_id, t.day, NULL, NULL, t.id, 'treated', t.quantity, 0, 1,
           CASE WHEN EXISTS (
               SELECT 1 FROM stock_move AS k
               CROSS JOIN stock_move AS m
               WHERE k.store_id = t.store_id AND k.treatment_id = t.id AND m.store_id = k.store_id AND m.id = k.id
                 AND m.kind = 'use' AND m.at <= CAST($2 AS BIGINT)
                 AND NOT EXISTS (SELECT 1 FROM stock_move AS x
                                 WHERE x.store_id = m.store_id AND x.reverses = m.code AND x.kind = 'counter'))
               THEN 0 ELSE 1 END, t.recognised_fen
    FROM treatment AS t
    WHERE $5 <> 'item' AND $5 <> 'lot' AND (CAST($1 AS BIGINT) IS NULL OR t.store_id = $1)
      AND t.started_at <= CAST($2 AS BIGINT) AND (CAST($3 AS BIGINT) IS NULL OR t.day >= $3)
      AND (CAST($4 AS BIGINT) IS NULL OR t.day < $4)
      AND t.status <> 'entered-in-error' AND t.status <> 'preparation'),
keyed AS (
    SELECT CASE CAST($5 AS TEXT) WHEN 'item' THEN i.code WHEN 'lot' THEN l.code WHEN 'store' THEN s.code
                WHEN 'month' THEN c.month WHEN 'project' THEN p.code ELSE d.code END AS code,
           CASE CAST($5 AS TEXT) WHEN 'item' THEN i.name WHEN 'lot' THEN i.name WHEN 'store' THEN s.name
                WHEN 'month' THEN NULL WHEN 'project' THEN p.name ELSE d.name END AS name,
           CASE WHEN $5 = 'item' OR $5 = 'lot' THEN i.code END AS item,
           CASE WHEN $5 = 'item' OR $5 = 'lot' THEN i.unit END AS unit,
           n.class, n.quantity, n.cost_fen, n.treated, n.bare, n.revenue_fen,
           CASE WHEN n.class = 'treated' THEN n.quantity * k.milli END AS milli,
           CASE WHEN k.milli IS NOT NULL AND (n.class = 'used' OR n.class = 'rest') THEN n.cost_fen ELSE 0 END AS kit_fen
    FROM line AS n
    JOIN store AS s ON s.id = n.store_id
    JOIN calendar AS c ON c.day = n.day
    LEFT JOIN item AS i ON i.id = n.item_id
    LEFT JOIN lot AS l ON l.store_id = n.store_id AND l.id = n.lot_id
    LEFT JOIN treatment AS t ON t.store_id = n.store_id AND t.id = n.treatment_id
    LEFT JOIN project AS p ON p.id = t.project_id
    LEFT JOIN staff AS d ON d.id = t.doctor_id
    LEFT JOIN planned AS k ON k.project_id = t.project_id),
summed AS (
    SELECT COALESCE(n.code, '-') AS code, n.name, n.item, n.unit,
           CAST(SUM(CASE WHEN n.class = 'used' THEN n.quantity ELSE 0 END) AS BIGINT) AS used,
           CAST(SUM(CASE WHEN n.class = 'used' THEN n.cost_fen ELSE 0 END) AS BIGINT) AS used_fen,
           CAST(SUM(CASE WHEN n.class = 'rest' THEN n.quantity ELSE 0 END) AS BIGINT) AS rest,
           CAST(SUM(CASE WHEN n.class = 'rest' THEN n.cost_fen ELSE 0 END) AS BIGINT) AS rest_fen,
           CAST(SUM(CASE WHEN n.class = 'wasted' THEN n.quantity ELSE 0 END) AS BIGINT) AS wasted,
           CAST(SUM(CASE WHEN n.class = 'wasted' THEN n.cost_fen ELSE 0 END) AS BIGINT) AS wasted_fen,
           CAST(SUM(CASE WHEN n.class = 'counted' THEN n.quantity ELSE 0 END) AS BIGINT) AS counted,
           CAST(SUM(CASE WHEN n.class = 'counted' THEN n.cost_fen ELSE 0 END) AS BIGINT) AS counted_fen,
           CAST(SUM(n.treated) AS BIGINT) AS treatments, CAST(SUM(n.bare) AS BIGINT) AS bare,
           CAST(SUM(n.revenue_fen) AS BIGINT) AS revenue_fen, CAST(SUM(n.milli) AS BIGINT) AS milli,
           CAST(SUM(n.kit_fen) AS BIGINT) AS kit_fen
    FROM keyed AS n
    GROUP BY COALESCE(n.code, '-'), n.name, n.item, n.unit)
SELECT n.code, n.name, n.item, n.unit, CASE WHEN n.item IS NOT NULL THEN n.used END AS used, n.used_fen,
       CASE WHEN n.item IS NOT NULL THEN n.rest END AS rest, n.rest_fen, n.used_fen + n.rest_fen AS cost_fen,
       CASE WHEN n.item IS NOT NULL THEN n.wasted END AS wasted, n.wasted_fen,
       CASE WHEN n.item IS NOT NULL THEN n.counted END AS counted, n.counted_fen,
       CASE WHEN n.item IS NULL THEN n.treatments END AS treatments, CASE WHEN n.item IS NULL THEN n.bare END AS bare,
       CASE WHEN n.treatments > 0 THEN n.revenue_fen END AS revenue_fen,
       CASE WHEN n.treatments > 0 THEN n.used_fen + n.rest_fen END AS share_numerator,
       CASE WHEN n.treatments > 0 AND n.revenue_fen > 0 THEN n.revenue_fen END AS share_denominator,
       (n.milli + 500) / 1000 AS planned_fen, n.kit_fen - (n.milli + 500) / 1000 AS variance_fen,
       CASE WHEN n.treatments > 0 AND n.treatments < CAST($6 AS BIGINT) THEN 1 ELSE 0 END AS few
FROM summed AS n
WHERE n.used <> 0 OR n.used_fen <> 0 OR n.rest_fen <> 0 OR n.wasted_fen <> 0 OR n.counted_fen <> 0 OR n.wasted <> 0
   OR n.counted <> 0 OR n.rest <> 0 OR n.treatments > 0
ORDER BY CASE WHEN n.code = '-' THEN 0 ELSE 1 END, n.code, n.item
