-- A staff member, by code or id, with role and store on a day.
-- param: code text
-- param: id int
-- param: day day
-- column: id int
-- column: code text
-- column: name text
-- column: role text
-- column: store_id int
-- column: hired_on day
-- column: left_on day
-- column: title text
SELECT s.id, s.code, s.name, COALESCE(p.role, s.role) AS role,
       CASE WHEN p.id IS NULL THEN s.store_id ELSE p.store_id END AS store_id, s.hired_on, s.left_on,
       CASE WHEN p.id IS NULL THEN s.title ELSE p.title END AS title
FROM staff AS s
LEFT JOIN post AS p ON p.staff_id = s.id AND p.from_on <= $3
                   AND (p.to_on IS NULL OR p.to_on > $3)
WHERE s.code = CAST($1 AS TEXT) OR s.id = CAST($2 AS BIGINT)
ORDER BY p.from_on DESC
LIMIT 1
