-- Open tasks that are due before a day: emergencies and the gravest symptoms, what is late, then the rest by its time.
-- param: store_id int
-- param: to day
-- param: now moment
-- param: staff_id int
-- param: any_role text
-- param: role text
-- param: kind text
-- param: overdue bool
-- param: client text
-- column: urgency int
-- column: store text
-- column: code text
-- column: kind text
-- column: plan text
-- column: step text
-- column: grade int
-- column: due_at moment
-- column: until_at moment
-- column: client text
-- column: treatment text
-- column: project text
-- column: role text
-- column: staff text
-- column: tries int
-- column: client_id int
-- column: data_key bytes
-- column: name bytes
-- column: phone bytes
SELECT CASE WHEN x.kind = 'emergency' OR x.grade = 4 THEN 0 WHEN x.until_at < CAST($3 AS BIGINT) THEN 1 ELSE 2 END AS urgency,
       s.code AS store, x.code, x.kind, x.plan, x.step, x.grade, x.due_at, x.until_at, c.code AS client,
       t.code AS treatment, p.code AS project, x.role, w.code AS staff, x.tries, c.id AS client_id, c.data_key, c.name,
       c.phone
FROM store AS s
CROSS JOIN task AS x
CROSS JOIN client AS c
LEFT JOIN treatment AS t ON t.store_id = x.store_id AND t.id = x.treatment_id
LEFT JOIN project AS p ON p.id = t.project_id
LEFT JOIN staff AS w ON w.id = x.staff_id
WHERE x.store_id = s.id AND x.state = 'open' AND x.day < CAST($2 AS BIGINT) AND c.id = x.client_id
  AND (CAST($1 AS BIGINT) IS NULL OR s.id = CAST($1 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR x.staff_id = CAST($4 AS BIGINT)
       OR (x.staff_id IS NULL AND x.role = CAST($5 AS TEXT)))
  AND (CAST($6 AS TEXT) IS NULL OR x.role = CAST($6 AS TEXT))
  AND (CAST($7 AS TEXT) IS NULL OR x.kind = CAST($7 AS TEXT))
  AND (CAST($8 AS BIGINT) = 0 OR x.until_at < CAST($3 AS BIGINT))
  AND (CAST($9 AS TEXT) IS NULL OR c.code = CAST($9 AS TEXT))
  AND c.forgotten_on IS NULL
ORDER BY urgency, x.due_at, s.code, x.code
