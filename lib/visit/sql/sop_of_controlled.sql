-- Facts of the SOP about controlled items (毒麻精放) of a treatment: used by its kit or its record; each movement checked
-- by a second person.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: used bool
-- column: second moment
WITH given AS (
    SELECT t.store_id, t.id AS treatment_id, t.project_id, t.day
    FROM store AS s
    CROSS JOIN treatment AS t
    WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
      AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
      AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))),
moved AS (
    SELECT g.store_id, g.treatment_id,
           CASE WHEN COUNT(*) = COUNT(CASE WHEN m.second_id <> m.staff_id THEN 1 END) THEN MAX(m.at) END AS second
    FROM given AS g
    CROSS JOIN item AS i
    CROSS JOIN stock_move AS m
    WHERE i.controlled = 1
      AND m.store_id = g.store_id AND m.item_id = i.id AND m.day >= g.day AND m.day <= g.day + 2
      AND m.treatment_id = g.treatment_id AND m.kind = 'use'
    GROUP BY g.store_id, g.treatment_id)
SELECT g.store_id, g.treatment_id,
       CASE WHEN EXISTS (
                SELECT 1 FROM kit AS k JOIN item AS i ON i.id = k.item_id AND i.controlled = 1
                WHERE k.project_id = g.project_id AND k.optional = 0)
              OR EXISTS (
                SELECT 1 FROM treatment_item AS u JOIN item AS i ON i.id = u.item_id AND i.controlled = 1
                WHERE u.store_id = g.store_id AND u.treatment_id = g.treatment_id AND u.line > -1)
            THEN 1 ELSE 0 END AS used, m.second
FROM given AS g
LEFT JOIN moved AS m ON m.store_id = g.store_id AND m.treatment_id = g.treatment_id
