-- A contract was reviewed.
-- param: store_id int
-- param: id int
-- param: staff text
-- param: at moment
UPDATE contract
SET state = 'reviewed', reviewed_by = (SELECT id FROM staff WHERE code = $3), reviewed_at = CAST($4 AS BIGINT)
WHERE store_id = $1 AND id = $2 AND state = 'draft'
