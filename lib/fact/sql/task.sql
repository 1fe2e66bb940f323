-- Follow-up tasks of a store that were due on days from … until and not cancelled; answers are found by their keys (AS k), as in
-- order-days.sql.
-- param: store_id int
-- param: from day
-- param: to day
-- column: day day
-- column: client_id int
-- column: step text
-- column: owner int
-- column: project int
-- column: state text
-- column: done bool
-- column: in_time bool
-- column: reached bool
SELECT x.day AS day, x.client_id AS client_id, x.step AS step, x.staff_id AS owner, t.project_id AS project, x.state AS state,
       CASE WHEN x.state = 'done' THEN 1 ELSE 0 END AS done,
       CASE WHEN x.state = 'done' AND x.done_at <= COALESCE(x.first_until_at, x.until_at) THEN 1 ELSE 0 END AS in_time,
       CASE WHEN EXISTS (
           SELECT 1 FROM followup AS k JOIN followup AS f ON f.store_id = k.store_id AND f.id = k.id
           WHERE k.store_id = x.store_id AND k.task_id = x.id AND f.outcome = 'answered') THEN 1 ELSE 0 END AS reached
FROM task AS x
LEFT JOIN treatment AS t ON t.store_id = x.store_id AND t.id = x.treatment_id
WHERE x.store_id = $1 AND x.day >= $2 AND x.day < $3 AND x.state <> 'cancelled'
