-- Whether an account may run a verb on a subject: for the whole chain (store 0), else for the store; -1 is any store.
-- param: login text
-- param: tool text
-- param: verb text
-- param: subject text
-- param: store_id int
-- column: store_id int
SELECT d.store_id
FROM account AS a
JOIN duty AS d ON d.account_id = a.id
JOIN permission AS p ON p.role = d.role AND p.tool = $2 AND p.verb = $3
WHERE a.login = $1 AND a.closed_at IS NULL
  AND (p.subject = '*' OR p.subject = $4)
  AND (d.store_id = 0 OR d.store_id = $5 OR CAST($5 AS BIGINT) = -1)
ORDER BY d.store_id
LIMIT 1
