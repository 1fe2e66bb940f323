-- A task of a machine's plan, and when it was last done.
-- param: store_id int
-- param: equipment_id int
-- param: task text
-- param: day day
-- column: active bool
-- column: done_on day
SELECT p.active, (SELECT m.done_on FROM maintenance AS m
                  WHERE m.store_id = p.store_id AND m.equipment_id = p.equipment_id AND m.task = p.task
                    AND m.done_on = CAST($4 AS BIGINT) AND m.passed = 1 LIMIT 1) AS done_on
FROM maintenance_plan AS p
WHERE p.store_id = $1 AND p.equipment_id = $2 AND p.task = $3
