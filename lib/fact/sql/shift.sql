-- Shifts in a store that begin on days from … until.
-- param: store_id int
-- param: from day
-- param: to day
-- column: day day
-- column: client_id int
-- column: staff int
-- column: role text
-- column: minutes int
SELECT s.day AS day, 0 AS client_id, s.staff_id AS staff, COALESCE(s.role, p.role) AS role,
       COALESCE(s.minutes, (s.ends_at - s.starts_at) / 60) AS minutes
FROM shift AS s
JOIN staff AS p ON p.id = s.staff_id
WHERE s.store_id = $1 AND s.day >= $2 AND s.day < $3
