-- How many open accounts are admin of the chain, beside this one.
-- param: account_id int
-- column: admins int
SELECT COUNT(*) AS admins
FROM duty AS d
JOIN account AS a ON a.id = d.account_id
WHERE d.role = 'admin' AND d.store_id = 0 AND a.closed_at IS NULL AND a.id <> $1
