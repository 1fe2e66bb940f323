-- What clients were treated with, a client's together and in the order of days. The index by client gives it alone.
-- param: today day
-- column: client_id int
-- column: day day
-- column: project_id int
SELECT client_id, day, project_id
FROM treatment
WHERE status = 'completed' AND day <= $1
ORDER BY client_id, day
