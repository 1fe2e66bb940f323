-- What a booking of each project takes, as far as it was said.
-- param: project text
-- column: project text
-- column: name text
-- column: minutes int
-- column: licence text
-- column: device_kind text
-- column: doctor bool
-- column: nurse bool
-- column: room bool
-- column: before_minutes int
-- column: after_minutes int
SELECT p.code AS project, p.name, p.minutes, p.licence, p.device_kind, n.doctor, n.nurse, n.room,
       COALESCE(n.before_minutes, 0) AS before_minutes, COALESCE(n.after_minutes, 0) AS after_minutes
FROM project AS p
LEFT JOIN project_need AS n ON n.project_id = p.id
WHERE p.active = 1 AND (CAST($1 AS TEXT) IS NULL OR p.code = $1)
ORDER BY p.code
