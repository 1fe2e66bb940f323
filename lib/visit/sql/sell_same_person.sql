-- Whether an account is that of a member of the staff.
-- param: login text
-- param: staff text
-- column: same int
SELECT 1 AS same FROM account AS a JOIN staff AS s ON s.id = a.staff_id WHERE a.login = $1 AND s.code = $2
