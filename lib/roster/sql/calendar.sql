-- A day or more by who, what or where: the bookings of each, in order.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- param: by text
-- column: store text
-- column: day day
-- column: resource text
-- column: starts_at moment
-- column: ends_at moment
-- column: code text
-- column: client text
-- column: project text
-- column: status text
SELECT s.code AS store, a.day,
       CASE WHEN CAST($4 AS TEXT) = 'nurse' THEN n.code WHEN $4 = 'room' THEN a.room WHEN $4 = 'device' THEN a.device ELSE d.code END
           AS resource,
       a.starts_at, a.ends_at, a.code, c.code AS client, p.code AS project, a.status
FROM store AS s
CROSS JOIN appointment AS a -- SQLite keeps this order, and so goes by store and day
JOIN client AS c ON c.id = a.client_id
LEFT JOIN project AS p ON p.id = a.project_id
LEFT JOIN staff AS d ON d.id = a.doctor_id
LEFT JOIN staff AS n ON n.id = a.nurse_id
WHERE a.store_id = s.id AND (CAST($1 AS BIGINT) IS NULL OR s.id = $1) AND a.day >= $2 AND a.day <= $3
  AND a.status <> 'cancelled' AND a.status <> 'noshow' AND a.status <> 'entered-in-error' AND a.status <> 'waitlist'
  AND CASE WHEN CAST($4 AS TEXT) = 'nurse' THEN n.code WHEN $4 = 'room' THEN a.room WHEN $4 = 'device' THEN a.device ELSE d.code END
      IS NOT NULL
ORDER BY s.code, a.day, resource, a.starts_at, a.code
