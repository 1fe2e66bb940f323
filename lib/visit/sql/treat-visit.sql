-- A visit for a treatment in it.
-- param: store_id int
-- param: code text
-- column: id int
-- column: client_id int
-- column: status text
-- column: arrived_at moment
-- column: left_at moment
-- column: doctor_id int
-- column: client text
SELECT v.id, v.client_id, v.status, v.arrived_at, v.left_at, v.doctor_id, c.code AS client
FROM visit AS v
JOIN client AS c ON c.id = v.client_id
WHERE v.store_id = $1 AND v.code = $2
