-- Who consented to what was just done: the account, and whose it is.
-- param: asked_by text
-- param: deed text
-- param: subject text
-- column: login text
-- column: staff_id int
SELECT r.decided_by AS login, a.staff_id
FROM request AS r LEFT JOIN account AS a ON a.login = r.decided_by
WHERE r.asked_by = $1 AND r.deed = $2 AND r.state = 'used' AND r.subject = $3
ORDER BY r.used_at DESC, r.id DESC LIMIT 1
