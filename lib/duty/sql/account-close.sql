-- Closes an account.
-- param: id int
-- param: closed_at moment
UPDATE account SET closed_at = $2 WHERE id = $1
