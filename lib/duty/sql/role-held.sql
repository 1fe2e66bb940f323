-- The roles that accounts have.
-- column: role text
-- column: accounts int
SELECT role, COUNT(DISTINCT account_id) AS accounts FROM duty GROUP BY role ORDER BY role
