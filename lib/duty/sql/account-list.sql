-- The accounts, whose they are, and how many duties each has.
-- param: all bool
-- column: login text
-- column: staff text
-- column: name text
-- column: duties int
-- column: opened_at moment
-- column: closed_at moment
SELECT a.login, s.code AS staff, s.name,
       (SELECT COUNT(*) FROM duty AS d WHERE d.account_id = a.id) AS duties,
       a.opened_at, a.closed_at
FROM account AS a
LEFT JOIN staff AS s ON s.id = a.staff_id
WHERE a.closed_at IS NULL OR CAST($1 AS BIGINT) = 1
ORDER BY a.login
