-- The cycles of the projects that clients were treated with, in any order.
-- param: today day
-- column: client_id int
-- column: day day
-- column: cycle_days int
SELECT t.client_id AS client_id, t.day AS day, p.cycle_days AS cycle_days
FROM treatment AS t
JOIN project AS p ON p.id = t.project_id
WHERE t.status = 'completed' AND p.cycle_days IS NOT NULL AND +t.day <= $1
