-- Says whose an account is.
-- param: id int
-- param: staff_id int
UPDATE account SET staff_id = CAST($2 AS BIGINT)
WHERE id = $1 AND staff_id IS DISTINCT FROM CAST($2 AS BIGINT)
