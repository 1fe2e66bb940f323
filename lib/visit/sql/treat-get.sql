-- A treatment as it stands.
-- param: store_id int
-- param: code text
-- column: id int
-- column: client_id int
-- column: client text
-- column: status text
-- column: started_at moment
-- column: visit text
-- column: project text
-- column: quantity int
-- column: recognised_fen fen
-- column: prepaid text
SELECT t.id, t.client_id, c.code AS client, t.status, t.started_at, v.code AS visit, p.code AS project,
       t.quantity, t.recognised_fen, t.prepaid
FROM treatment AS t
JOIN client AS c ON c.id = t.client_id
JOIN project AS p ON p.id = t.project_id
LEFT JOIN visit AS v ON v.store_id = t.store_id AND v.id = t.visit_id
WHERE t.store_id = $1 AND t.code = $2
