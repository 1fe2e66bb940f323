-- A finding whose rule is in no pack any more: over, and its detail says why.
-- param: store_id int
-- param: id int
-- param: now int
-- param: run int
UPDATE audit_finding SET fixed_at = $3, fixed_run = $4, detail = COALESCE(detail || ' ', '') || '[withdrawn]'
WHERE store_id = $1 AND id = $2 AND fixed_at IS NULL
