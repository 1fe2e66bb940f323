-- The accounts that may consent to a deed in a store: any but the asker's own, by login or by person.
-- param: deed text
-- param: store_id int
-- param: asked_by text
-- column: login text
SELECT DISTINCT a.login
FROM consenter AS c
JOIN duty AS d ON d.role = c.role
JOIN account AS a ON a.id = d.account_id
WHERE c.deed = $1 AND (d.store_id = 0 OR d.store_id = $2)
  AND a.closed_at IS NULL AND a.login <> $3
  AND NOT EXISTS (SELECT 1 FROM account AS o WHERE o.login = $3 AND o.staff_id = a.staff_id)
ORDER BY a.login
