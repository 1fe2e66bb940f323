-- Takes a role from an account.
-- param: account_id int
-- param: role text
-- param: store_id int
DELETE FROM duty WHERE account_id = $1 AND role = $2 AND store_id = $3
