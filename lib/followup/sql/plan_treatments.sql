-- Treatments of some days that a ladder is for: given, and with nothing planned for them yet (again: whatever was planned).
-- param: store_id int
-- param: from day
-- param: to day
-- param: again bool
-- column: store_id int
-- column: id int
-- column: code text
-- column: client_id int
-- column: ended_at moment
-- column: kind text
-- column: ladder text
-- column: project text
-- column: nurse_id int
-- column: doctor_id int
-- column: owner_id int
SELECT t.store_id, t.id, t.code, t.client_id, COALESCE(t.ended_at, t.started_at) AS ended_at, p.kind, p.ladder,
       p.code AS project, COALESCE(c.nurse_id, t.nurse_id) AS nurse_id, t.doctor_id, c.owner_id
FROM store AS s
CROSS JOIN treatment AS t
CROSS JOIN project AS p
CROSS JOIN client AS c
WHERE t.store_id = s.id AND t.day >= CAST($2 AS BIGINT) AND t.day < CAST($3 AS BIGINT)
  AND (CAST($1 AS BIGINT) IS NULL OR s.id = CAST($1 AS BIGINT))
  AND (t.status = 'completed' OR t.status = 'stopped')
  AND (CAST($4 AS BIGINT) = 1
       OR (NOT EXISTS (
               SELECT 1 FROM task AS x
               WHERE x.store_id = t.store_id AND x.treatment_id = t.id
                 AND x.plan <> 'escalation' AND x.plan <> 'emergency' AND x.plan <> 'call')
           AND NOT EXISTS (
               SELECT 1 FROM message AS m
               WHERE m.client_id = t.client_id AND m.store_id + 0 = t.store_id AND m.treatment_id = t.id
                 AND m.plan <> 'escalation' AND m.plan <> 'emergency')))
  AND p.id = t.project_id AND c.id = t.client_id AND c.forgotten_on IS NULL
ORDER BY t.store_id, t.day, t.id
