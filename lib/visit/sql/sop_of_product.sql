-- Facts of the SOP about the products of a treatment: needed if its kit or its record has a drug, an implant or a device;
-- checked and confirmed when each lot that was used is; used when the record names what was.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: needed bool
-- column: checked moment
-- column: confirmed moment
-- column: used bool
WITH given AS (
    SELECT t.store_id, t.id AS treatment_id, t.client_id, t.visit_id, t.project_id,
           CASE WHEN EXISTS (
               SELECT 1 FROM kit AS k JOIN item AS i ON i.id = k.item_id AND i.kind <> 'consumable'
               WHERE k.project_id = t.project_id AND k.optional = 0) THEN 1 ELSE 0 END AS in_kit
    FROM store AS s
    CROSS JOIN treatment AS t
    WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
      AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
      AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))),
used AS (
    SELECT g.store_id, g.treatment_id, u.lot_id
    FROM given AS g
    JOIN treatment_item AS u ON u.store_id = g.store_id AND u.treatment_id = g.treatment_id AND u.line > -1
    JOIN item AS i ON i.id = u.item_id AND i.kind <> 'consumable'
    GROUP BY g.store_id, g.treatment_id, u.lot_id
    HAVING SUM(u.quantity) > 0),
checked AS (
    SELECT g.store_id, g.treatment_id, g.in_kit, u.lot_id, MIN(c.at) AS at, MIN(c.confirmed_at) AS confirmed_at
    FROM given AS g
    LEFT JOIN used AS u ON u.store_id = g.store_id AND u.treatment_id = g.treatment_id
    LEFT JOIN product_check AS c ON c.client_id = g.client_id AND +c.store_id = g.store_id AND c.visit_id = g.visit_id
      AND c.project_id = g.project_id AND (u.lot_id IS NULL OR c.lot_id = u.lot_id)
    GROUP BY g.store_id, g.treatment_id, g.in_kit, u.lot_id)
SELECT store_id, treatment_id, CASE WHEN MAX(in_kit) = 1 OR COUNT(lot_id) > 0 THEN 1 ELSE 0 END AS needed,
       CASE WHEN COUNT(at) = COUNT(*) THEN MAX(at) END AS checked,
       CASE WHEN COUNT(confirmed_at) = COUNT(*) THEN MAX(confirmed_at) END AS confirmed,
       CASE WHEN COUNT(lot_id) > 0 THEN 1 ELSE 0 END AS used
FROM checked
GROUP BY store_id, treatment_id
