-- The request of the same person for the same that still waits.
-- param: asked_by text
-- param: deed text
-- param: subject text
-- param: reason text
-- param: store_id int
-- param: now moment
-- column: id int
-- column: expires_at moment
SELECT id, expires_at FROM request
WHERE asked_by = $1 AND deed = $2 AND state = 'pending' AND subject = $3 AND reason = $4
  AND store_id = $5 AND expires_at > $6
ORDER BY id DESC
LIMIT 1
