-- A visit of a store.
-- param: store_id int
-- param: code text
-- column: id int
-- column: client_id int
-- column: client text
-- column: arrived_at moment
-- column: seen_at moment
-- column: left_at moment
-- column: status text
-- column: channel_id int
-- column: consultant text
-- column: doctor text
SELECT v.id, COALESCE(c.merged_into, c.id) AS client_id, c.code AS client, v.arrived_at, v.seen_at, v.left_at, v.status,
       COALESCE(v.channel_id, c.channel_id) AS channel_id, k.code AS consultant, d.code AS doctor
FROM visit AS v
JOIN client AS c ON c.id = v.client_id
LEFT JOIN staff AS k ON k.id = v.consultant_id
LEFT JOIN staff AS d ON d.id = v.doctor_id
WHERE v.store_id = $1 AND v.code = $2
