-- The plan of a client that is proposed or agreed and was not replaced, the last one first.
-- param: store_id int
-- param: client_id int
-- column: code text
SELECT p.code
FROM plan AS p
JOIN client AS c ON c.id = p.client_id
WHERE p.store_id = $1 AND COALESCE(c.merged_into, c.id) = $2 AND p.state = 'proposed'
ORDER BY p.at DESC, p.id DESC
LIMIT 1
