-- What the gates need to know of store, client and project.
-- param: store_id int
-- param: client_id int
-- param: project_id int
-- param: visit_id int
-- column: store text
-- column: level text
-- column: departments text
-- column: licence_no text
-- column: licence_to day
-- column: client text
-- column: birthday day
-- column: project text
-- column: department text
-- column: kind text
-- column: grade int
-- column: licence text
-- column: device_kind text
-- column: contract bool
-- column: consent text
-- column: visit text
SELECT s.code AS store, s.level, s.departments, s.licence_no, s.licence_to,
       c.code AS client, c.birthday, p.code AS project, p.department, p.kind, p.grade, p.licence, p.device_kind,
       p.contract, p.consent, v.code AS visit
FROM store AS s
JOIN client AS c ON c.id = $2
JOIN project AS p ON p.id = $3
LEFT JOIN visit AS v ON v.store_id = s.id AND v.id = $4
WHERE s.id = $1
