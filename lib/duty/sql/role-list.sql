-- The roles that an account may have, with how many accounts have each.
-- column: role text
-- column: zh text
-- column: accounts int
-- column: says text
SELECT r.name AS role, r.zh,
       (SELECT COUNT(DISTINCT d.account_id) FROM duty AS d WHERE d.role = r.name) AS accounts, r.says
FROM role AS r
ORDER BY r.name
