-- A plan of a store.
-- param: store_id int
-- param: code text
-- column: id int
-- column: client_id int
-- column: state text
SELECT p.id, COALESCE(c.merged_into, c.id) AS client_id, p.state
FROM plan AS p
JOIN client AS c ON c.id = p.client_id
WHERE p.store_id = $1 AND p.code = $2
