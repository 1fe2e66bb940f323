-- A task by its code.
-- param: store_id int
-- param: code text
-- column: id int
-- column: code text
-- column: client_id int
-- column: client text
-- column: treatment_id int
-- column: treatment text
-- column: kind text
-- column: plan text
-- column: step text
-- column: role text
-- column: staff text
-- column: state text
-- column: grade int
-- column: due_at moment
-- column: until_at moment
-- column: tries int
-- column: climbed int
-- column: first_until_at moment
SELECT x.id, x.code, x.client_id, c.code AS client, x.treatment_id, t.code AS treatment, x.kind, x.plan, x.step, x.role,
       w.code AS staff, x.state, x.grade, x.due_at, x.until_at, x.tries, x.climbed, x.first_until_at
FROM task AS x
JOIN client AS c ON c.id = x.client_id
LEFT JOIN treatment AS t ON t.store_id = x.store_id AND t.id = x.treatment_id
LEFT JOIN staff AS w ON w.id = x.staff_id
WHERE x.store_id = $1 AND x.code = $2
