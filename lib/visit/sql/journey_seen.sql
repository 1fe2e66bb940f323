-- A client is seen: the wait is over, unless it was before.
-- param: store_id int
-- param: id int
-- param: at moment
-- param: consultant text
-- param: doctor text
UPDATE visit
SET seen_at = CASE WHEN seen_at IS NULL OR seen_at > CAST($3 AS BIGINT) THEN CAST($3 AS BIGINT) ELSE seen_at END,
    status = CASE WHEN status = 'arrived' OR status = 'triaged' OR status = 'planned' THEN 'in-progress' ELSE status END,
    consultant_id = COALESCE(consultant_id, (SELECT id FROM staff WHERE code = CAST($4 AS TEXT))),
    doctor_id = COALESCE(doctor_id, (SELECT id FROM staff WHERE code = CAST($5 AS TEXT)))
WHERE store_id = $1 AND id = $2
