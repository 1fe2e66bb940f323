-- A finding that is gone.
-- param: store_id int
-- param: id int
-- param: now int
-- param: run int
UPDATE audit_finding SET fixed_at = $3, fixed_run = $4 WHERE store_id = $1 AND id = $2 AND fixed_at IS NULL
