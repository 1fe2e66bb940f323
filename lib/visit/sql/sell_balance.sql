-- A prepaid balance of a store. A client whose file was joined to another is that other one.
-- param: store_id int
-- param: code text
-- column: id int
-- column: client_id int
-- column: project_id int
-- column: order_code text
-- column: bought int
-- column: used int
-- column: returned int
-- column: paid_fen fen
-- column: recognised_fen fen
-- column: returned_fen fen
-- column: expires_on day
-- column: client text
-- column: project text
SELECT b.id, COALESCE(c.merged_into, c.id) AS client_id, b.project_id, b.order_code, b.bought, b.used, b.returned,
       b.paid_fen, b.recognised_fen, b.returned_fen, b.expires_on, c.code AS client, p.code AS project
FROM prepaid AS b
JOIN client AS c ON c.id = b.client_id
JOIN project AS p ON p.id = b.project_id
WHERE b.store_id = $1 AND b.code = $2
