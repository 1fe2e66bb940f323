-- The stores for which an account may run a verb on a subject.
-- param: login text
-- param: tool text
-- param: verb text
-- param: subject text
-- column: store text
SELECT DISTINCT s.code AS store
FROM account AS a
JOIN duty AS d ON d.account_id = a.id
JOIN permission AS p ON p.role = d.role AND p.tool = $2 AND p.verb = $3
JOIN store AS s ON s.id = d.store_id
WHERE a.login = $1 AND a.closed_at IS NULL
  AND (p.subject = '*' OR p.subject = $4)
ORDER BY s.code
