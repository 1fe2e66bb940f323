-- The visits of a window whose SOP is judged: of clients, arrived, in the order of store and id. One that is named
-- is there whoever it is of.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: visit_id int
-- column: code text
-- column: client text
-- column: store text
-- column: day day
-- column: month text
-- column: arrived_at moment
-- column: left_at moment
-- column: consultant_id int
-- column: doctor_id int
-- column: nurse_id int
-- column: project text
-- column: project_kind text
-- column: project_grade int
SELECT v.store_id, v.id AS visit_id, v.code, c.code AS client, s.code AS store, v.day, d.month, v.arrived_at, v.left_at,
       v.consultant_id, v.doctor_id, c.nurse_id, p.code AS project, p.kind AS project_kind, p.grade AS project_grade
FROM store AS s
CROSS JOIN visit AS v
CROSS JOIN client AS c
CROSS JOIN calendar AS d
LEFT JOIN project AS p ON p.id = (
    SELECT MIN(k.project_id) FROM consultation AS k
    WHERE k.client_id = v.client_id AND +k.store_id = v.store_id AND k.visit_id = v.id AND k.outcome <> 'entered-in-error')
WHERE v.store_id = s.id AND v.day >= CAST($1 AS BIGINT) AND v.day < CAST($2 AS BIGINT)
  AND c.id = v.client_id
  AND d.day = v.day
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR v.id = CAST($4 AS BIGINT))
  AND v.status <> 'planned' AND v.status <> 'cancelled' AND v.status <> 'entered-in-error'
  AND (c.class = 'client' OR CAST($4 AS BIGINT) IS NOT NULL)
ORDER BY v.store_id, v.id
