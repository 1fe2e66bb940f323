-- What a step makes of a corrective action; NULL: as it was.
-- param: store_id int
-- param: id int
-- param: state text
-- param: owner_id int
-- param: due_on int
-- param: closed_at int
UPDATE audit_action
SET state = COALESCE(CAST($3 AS TEXT), state), owner_id = COALESCE(CAST($4 AS BIGINT), owner_id),
    due_on = COALESCE(CAST($5 AS BIGINT), due_on), closed_at = CAST($6 AS BIGINT)
WHERE store_id = $1 AND id = $2
