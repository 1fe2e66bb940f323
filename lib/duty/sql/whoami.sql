-- Whose an account is, and its duties (store * is the chain).
-- param: login text
-- column: login text
-- column: staff text
-- column: name text
-- column: role text
-- column: zh text
-- column: store text
SELECT a.login, s.code AS staff, s.name, d.role, r.zh, t.code AS store
FROM account AS a
LEFT JOIN staff AS s ON s.id = a.staff_id
LEFT JOIN duty AS d ON d.account_id = a.id
LEFT JOIN role AS r ON r.name = d.role
LEFT JOIN store AS t ON t.id = d.store_id
WHERE a.login = $1
ORDER BY t.code, d.role
