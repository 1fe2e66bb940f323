-- Who waits for a time, those first who wait longest; with --all also for times that are over.
-- param: store_id int
-- param: as_of moment
-- param: project text
-- param: doctor text
-- param: all bool
-- column: store text
-- column: code text
-- column: client text
-- column: project text
-- column: doctor text
-- column: earliest_at moment
-- column: latest_at moment
-- column: note text
SELECT s.code AS store, a.code, c.code AS client, p.code AS project, d.code AS doctor, a.starts_at AS earliest_at,
       a.ends_at AS latest_at, a.note
FROM store AS s
CROSS JOIN appointment AS a -- SQLite keeps this order, and so goes by store and day
JOIN client AS c ON c.id = a.client_id
LEFT JOIN project AS p ON p.id = a.project_id
LEFT JOIN staff AS d ON d.id = a.doctor_id
WHERE a.store_id = s.id AND a.status = 'waitlist' AND (CAST($1 AS BIGINT) IS NULL OR s.id = $1)
  AND ($5 = 1 OR a.ends_at > CAST($2 AS BIGINT))
  AND (CAST($3 AS TEXT) IS NULL OR p.code = $3) AND (CAST($4 AS TEXT) IS NULL OR d.code = $4)
ORDER BY s.code, a.id
