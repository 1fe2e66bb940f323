-- Who waits in a store for a time that reaches into [$2, $3), who has waited longest first.
-- param: store_id int
-- param: from moment
-- param: to moment
-- column: code text
-- column: client text
-- column: project text
-- column: doctor text
-- column: from moment
-- column: until moment
SELECT a.code, c.code AS client, p.code AS project, d.code AS doctor, a.starts_at AS "from", a.ends_at AS until
FROM appointment AS a
JOIN client AS c ON c.id = a.client_id
JOIN project AS p ON p.id = a.project_id
LEFT JOIN staff AS d ON d.id = a.doctor_id
WHERE a.store_id = $1 AND a.status = 'waitlist' AND a.starts_at < CAST($3 AS BIGINT) AND a.ends_at > CAST($2 AS BIGINT)
  AND c.forgotten_on IS NULL
ORDER BY a.id
