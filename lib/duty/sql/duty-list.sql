-- Which account has which role, in which store (* is all of them).
-- param: login text
-- param: store_id int
-- column: login text
-- column: staff text
-- column: role text
-- column: zh text
-- column: store text
-- column: given_at moment
-- column: given_by text
SELECT a.login, s.code AS staff, d.role, r.zh, t.code AS store, d.given_at, d.given_by
FROM duty AS d
JOIN account AS a ON a.id = d.account_id
JOIN role AS r ON r.name = d.role
JOIN store AS t ON t.id = d.store_id
LEFT JOIN staff AS s ON s.id = a.staff_id
WHERE (CAST($1 AS TEXT) IS NULL OR a.login = $1)
  AND (CAST($2 AS BIGINT) IS NULL OR d.store_id = 0 OR d.store_id = $2)
ORDER BY a.login, t.code, d.role
