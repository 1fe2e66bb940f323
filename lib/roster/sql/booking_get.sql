-- An appointment by its code.
-- param: store_id int
-- param: code text
-- column: client text
-- column: client_id int
-- column: project text
-- column: doctor text
-- column: nurse text
-- column: doctor_id int
-- column: nurse_id int
-- column: room text
-- column: device text
-- column: starts_at moment
-- column: ends_at moment
-- column: day day
-- column: status text
SELECT c.code AS client, a.client_id, p.code AS project, d.code AS doctor, n.code AS nurse, a.doctor_id, a.nurse_id, a.room, a.device,
       a.starts_at, a.ends_at, a.day, a.status
FROM appointment AS a
JOIN client AS c ON c.id = a.client_id
LEFT JOIN project AS p ON p.id = a.project_id
LEFT JOIN staff AS d ON d.id = a.doctor_id
LEFT JOIN staff AS n ON n.id = a.nurse_id
WHERE a.store_id = $1 AND a.code = $2
