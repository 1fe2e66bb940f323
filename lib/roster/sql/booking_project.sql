-- A project by its code: what a booking of it takes.
-- param: code text
-- column: id int
-- column: department text
-- column: kind text
-- column: grade int
-- column: licence text
-- column: device_kind text
-- column: minutes int
-- column: active bool
-- column: doctor bool
-- column: nurse bool
-- column: room bool
-- column: before_minutes int
-- column: after_minutes int
SELECT p.id, p.department, p.kind, p.grade, p.licence, p.device_kind, p.minutes, p.active, n.doctor, n.nurse, n.room,
       COALESCE(n.before_minutes, 0) AS before_minutes, COALESCE(n.after_minutes, 0) AS after_minutes
FROM project AS p
LEFT JOIN project_need AS n ON n.project_id = p.id
WHERE p.code = $1
