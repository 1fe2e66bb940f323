-- Uses up a consent for exactly this, if there is one.
-- param: asked_by text
-- param: deed text
-- param: subject text
-- param: reason text
-- param: store_id int
-- param: now moment
-- column: id int
UPDATE request SET state = 'used', used_at = $6
WHERE state = 'approved'
  AND id = (SELECT MIN(r.id) FROM request AS r
            WHERE r.asked_by = $1 AND r.deed = $2 AND r.state = 'approved' AND r.subject = $3
              AND r.reason = $4 AND r.store_id = $5 AND r.expires_at > $6)
RETURNING id
