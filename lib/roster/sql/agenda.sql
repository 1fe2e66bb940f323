-- The bookings of a window of days, of one person, room, machine, client or project, or all.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- param: doctor text
-- param: nurse text
-- param: room text
-- param: device text
-- param: client text
-- param: project text
-- param: status text
-- param: all bool
-- column: store text
-- column: code text
-- column: starts_at moment
-- column: ends_at moment
-- column: client text
-- column: project text
-- column: doctor text
-- column: nurse text
-- column: room text
-- column: device text
-- column: status text
-- column: note text
SELECT s.code AS store, a.code, a.starts_at, a.ends_at, c.code AS client, p.code AS project, d.code AS doctor, n.code AS nurse,
       a.room, a.device, a.status, a.note
FROM store AS s
CROSS JOIN appointment AS a -- SQLite keeps this order, and so goes by store and day
JOIN client AS c ON c.id = a.client_id
LEFT JOIN project AS p ON p.id = a.project_id
LEFT JOIN staff AS d ON d.id = a.doctor_id
LEFT JOIN staff AS n ON n.id = a.nurse_id
WHERE a.store_id = s.id AND (CAST($1 AS BIGINT) IS NULL OR s.id = $1) AND a.day >= $2 AND a.day <= $3
  AND (CAST($4 AS TEXT) IS NULL OR d.code = $4) AND (CAST($5 AS TEXT) IS NULL OR n.code = $5)
  AND (CAST($6 AS TEXT) IS NULL OR a.room = $6) AND (CAST($7 AS TEXT) IS NULL OR a.device = $7)
  AND (CAST($8 AS TEXT) IS NULL OR c.code = $8) AND (CAST($9 AS TEXT) IS NULL OR p.code = $9)
  AND (CAST($10 AS TEXT) IS NULL OR a.status = $10)
  AND ($11 = 1 OR CAST($10 AS TEXT) IS NOT NULL
       OR (a.status <> 'cancelled' AND a.status <> 'noshow' AND a.status <> 'entered-in-error' AND a.status <> 'waitlist'))
ORDER BY a.starts_at, s.code, a.code
