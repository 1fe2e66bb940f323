-- The shifts of a window of days: of those who have one in a store, and of its own people, or of all; person by person.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: staff_id int
-- column: staff text
-- column: name text
-- column: staff_role text
-- column: home_id int
-- column: hired_on day
-- column: left_on day
-- column: day day
-- column: what text
-- column: shift text
-- column: at_id int
-- column: role text
-- column: starts_at moment
-- column: ends_at moment
-- column: minutes int
-- column: locked bool
SELECT p.id AS staff_id, p.code AS staff, p.name, p.role AS staff_role, p.store_id AS home_id, p.hired_on, p.left_on, h.day,
       'work' AS what, h.code AS shift, h.store_id AS at_id, h.role, h.starts_at, h.ends_at,
       COALESCE(h.minutes, (h.ends_at - h.starts_at) / 60) AS minutes, 0 AS locked
FROM shift AS h
JOIN staff AS p ON p.id = h.staff_id
WHERE h.day >= CAST($2 AS BIGINT) AND h.day < CAST($3 AS BIGINT)
  AND (CAST($1 AS BIGINT) = 0 OR p.store_id = $1
       OR p.id IN (SELECT x.staff_id FROM shift AS x WHERE x.store_id = $1 AND x.day >= CAST($2 AS BIGINT) AND x.day < CAST($3 AS BIGINT)))
ORDER BY
-- include: role_order.part
, p.code, h.day, h.starts_at, h.store_id
