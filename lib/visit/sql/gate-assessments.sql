-- A client's assessments for a project in a store up to a moment, the newest first.
-- param: store_id int
-- param: client_id int
-- param: project_id int
-- param: at moment
-- column: code text
-- column: staff_id int
-- column: staff text
-- column: role text
-- column: day day
-- column: in_person bool
-- column: verdict text
-- column: valid_to day
SELECT a.code, a.staff_id, d.code AS staff, d.role, a.day, a.in_person, a.verdict, a.valid_to
FROM assessment AS a
JOIN staff AS d ON d.id = a.staff_id
WHERE a.store_id = $1 AND a.client_id = $2 AND a.project_id = $3 AND a.at <= CAST($4 AS BIGINT)
ORDER BY a.at DESC, a.id DESC
