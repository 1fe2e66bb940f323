-- Opens an account.
-- param: id int
-- param: login text
-- param: staff_id int
-- param: opened_at moment
INSERT INTO account (id, login, staff_id, opened_at) VALUES ($1, $2, CAST($3 AS BIGINT), $4)
