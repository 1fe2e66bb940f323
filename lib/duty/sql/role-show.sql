-- What a role may do, and to what it may consent.
-- param: role text
-- column: may text
-- column: what text
-- column: subject text
SELECT p.tool AS may, p.verb AS what, p.subject FROM permission AS p WHERE p.role = $1
UNION ALL
SELECT 'consent' AS may, c.deed AS what, CAST(c.hours AS TEXT) || ' h' AS subject
FROM consenter AS c WHERE c.role = $1
ORDER BY 1, 2, 3
