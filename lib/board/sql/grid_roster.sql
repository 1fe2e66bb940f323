-- The cells of a roster in a window of days, person by person.
-- param: store_id int
-- param: roster_id int
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
SELECT p.id AS staff_id, p.code AS staff, p.name, p.role AS staff_role, p.store_id AS home_id, p.hired_on, p.left_on, c.day, c.what,
       c.shift, c.at_id, c.role, c.starts_at, c.ends_at, c.minutes, c.locked
FROM roster_cell AS c
JOIN staff AS p ON p.id = c.staff_id
WHERE c.store_id = $1 AND c.roster_id = $2 AND c.day >= CAST($3 AS BIGINT) AND c.day < CAST($4 AS BIGINT)
ORDER BY
-- include: role_order.part
, p.code, c.day
