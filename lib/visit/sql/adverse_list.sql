-- Adverse events, the newest last; late where the report is due and was not made in time.
-- param: store_id int
-- param: state text
-- param: kind text
-- param: client text
-- param: treatment text
-- param: from day
-- param: to day
-- param: late bool
-- param: today day
-- column: store text
-- column: code text
-- column: client text
-- column: treatment text
-- column: project text
-- column: kind text
-- column: grade int
-- column: found_at moment
-- column: confirmed bool
-- column: doctor text
-- column: state text
-- column: report_by day
-- column: reported_at moment
-- column: authority text
-- column: late bool
SELECT s.code AS store, a.code, c.code AS client, t.code AS treatment, p.code AS project, a.kind, a.grade, a.found_at,
       a.confirmed, d.code AS doctor, a.state, a.report_by, a.reported_at, a.authority,
       CASE WHEN COALESCE(a.reported_on, CAST($9 AS BIGINT)) > a.report_by THEN 1 ELSE 0 END AS late
FROM adverse AS a
JOIN store AS s ON s.id = a.store_id
JOIN client AS c ON c.id = a.client_id
LEFT JOIN treatment AS t ON t.store_id = a.store_id AND t.id = a.treatment_id
LEFT JOIN project AS p ON p.id = t.project_id
LEFT JOIN staff AS d ON d.id = a.doctor_id
WHERE (CAST($1 AS BIGINT) IS NULL OR a.store_id = CAST($1 AS BIGINT))
  AND (CAST($2 AS TEXT) IS NULL OR a.state = $2)
  AND (CAST($3 AS TEXT) IS NULL OR a.kind = $3)
  AND (CAST($4 AS TEXT) IS NULL OR c.code = $4)
  AND (CAST($5 AS TEXT) IS NULL OR t.code = $5)
  AND (CAST($6 AS BIGINT) IS NULL OR a.day >= CAST($6 AS BIGINT))
  AND (CAST($7 AS BIGINT) IS NULL OR a.day < CAST($7 AS BIGINT))
  AND (CAST($8 AS BIGINT) = 0
       OR (a.state <> 'entered-in-error' AND COALESCE(a.reported_on, CAST($9 AS BIGINT)) > a.report_by))
ORDER BY a.day, a.found_at, s.code, a.code
