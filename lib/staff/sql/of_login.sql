-- Whose an open account is.
-- param: login text
-- column: staff_id int
SELECT staff_id FROM account WHERE login = $1 AND closed_at IS NULL AND staff_id IS NOT NULL
