-- A visit in which a treatment began: the wait is over.
-- param: store_id int
-- param: id int
-- param: at moment
UPDATE visit SET seen_at = COALESCE(seen_at, CAST($3 AS BIGINT)),
                 status = CASE WHEN status = 'arrived' OR status = 'triaged' THEN 'in-progress' ELSE status END
WHERE store_id = $1 AND id = $2
  AND (seen_at IS NULL OR status = 'arrived' OR status = 'triaged')
