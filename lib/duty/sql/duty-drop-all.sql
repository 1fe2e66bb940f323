-- Takes all roles from an account.
-- param: account_id int
DELETE FROM duty WHERE account_id = $1
