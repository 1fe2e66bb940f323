-- Whether two logins are the same staff member's.
-- param: one text
-- param: other text
-- column: same int
SELECT 1 AS same
FROM account AS a
JOIN account AS b ON b.staff_id = a.staff_id
WHERE a.login = $1 AND b.login = $2
