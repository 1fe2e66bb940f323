-- What clients were treated with, in any order.
-- param: today day
-- column: client_id int
-- column: day day
-- column: project_id int
SELECT client_id, day, project_id
FROM treatment
WHERE status = 'completed' AND +day <= $1
