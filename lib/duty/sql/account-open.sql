-- Opens a closed account again.
-- param: id int
-- param: staff_id int
-- param: opened_at moment
UPDATE account SET staff_id = CAST($2 AS BIGINT), opened_at = $3, closed_at = NULL WHERE id = $1
