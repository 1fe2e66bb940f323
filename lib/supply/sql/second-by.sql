-- Who consented to what was asked, in the request that was used last.
-- param: deed text
-- param: subject text
-- param: asked_by text
-- column: decided_by text
SELECT r.decided_by FROM request AS r
WHERE r.asked_by = $3 AND r.deed = $1 AND r.state = 'used' AND r.subject = $2
ORDER BY r.used_at DESC, r.id DESC
LIMIT 1
