-- What is booked and has not begun, of a store or of all, in a window.
-- param: store_id int
-- param: from moment
-- param: to moment
-- column: store_id int
-- column: store text
-- column: code text
-- column: day day
-- column: client text
-- column: client_id int
-- column: project text
-- column: doctor text
-- column: nurse text
-- column: room text
-- column: device text
-- column: starts_at moment
-- column: ends_at moment
SELECT a.store_id, s.code AS store, a.code, a.day, c.code AS client, a.client_id, p.code AS project, d.code AS doctor,
       n.code AS nurse, a.room, a.device, a.starts_at, a.ends_at
FROM store AS s
CROSS JOIN appointment AS a -- SQLite keeps this order, and so goes by store and day
JOIN client AS c ON c.id = a.client_id
LEFT JOIN project AS p ON p.id = a.project_id
LEFT JOIN staff AS d ON d.id = a.doctor_id
LEFT JOIN staff AS n ON n.id = a.nurse_id
WHERE a.store_id = s.id AND a.day >= CAST($2 AS BIGINT) / 86400 - 1 AND a.day <= CAST($3 AS BIGINT) / 86400 + 1
  AND (CAST($1 AS BIGINT) IS NULL OR s.id = $1) AND (a.status = 'pending' OR a.status = 'booked')
  AND a.starts_at >= $2 AND a.starts_at < $3
ORDER BY a.store_id, a.day, a.starts_at, a.code
