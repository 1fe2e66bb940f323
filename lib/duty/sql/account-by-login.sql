-- The account of a login.
-- param: login text
-- column: id int
-- column: staff_id int
-- column: closed_at moment
SELECT id, staff_id, closed_at FROM account WHERE login = $1
