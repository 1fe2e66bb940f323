-- Facts of the SOP about the examinations that a treatment needs: each holds when it holds for all of them, and what
-- counts is the client's newest of a kind before the treatment.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: needed bool
-- column: taken moment
-- column: judged bool
-- column: valid bool
WITH need AS (
    SELECT t.store_id, t.id AS treatment_id, t.client_id, t.day, x.kind, x.valid_days,
           (SELECT MAX(e.taken_at) FROM exam AS e
            WHERE e.client_id = t.client_id AND e.kind = x.kind AND e.taken_at <= t.started_at) AS last_at,
           (SELECT MIN(e.taken_at) FROM exam AS e
            WHERE e.client_id = t.client_id AND e.kind = x.kind AND e.taken_at > t.started_at
              AND e.day <= t.day + 1) AS late_at
    FROM store AS s
    CROSS JOIN treatment AS t
    CROSS JOIN project_exam AS x
    WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
      AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
      AND x.project_id = t.project_id
      AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))),
newest AS (
    SELECT n.store_id, n.treatment_id, COALESCE(n.last_at, n.late_at) AS taken_at,
           CASE WHEN EXISTS (
               SELECT 1 FROM exam AS e
               WHERE e.client_id = n.client_id AND e.kind = n.kind AND e.taken_at = n.last_at
                 AND e.result <> 'pending' AND e.staff_id IS NOT NULL) THEN 1 ELSE 0 END AS judged,
           CASE WHEN EXISTS (
               SELECT 1 FROM exam AS e
               WHERE e.client_id = n.client_id AND e.kind = n.kind AND e.taken_at = n.last_at
                 AND (e.result = 'normal' OR e.result = 'acceptable') AND n.day - e.day <= n.valid_days)
                THEN 1 ELSE 0 END AS valid
    FROM need AS n)
SELECT store_id, treatment_id, 1 AS needed, CASE WHEN COUNT(taken_at) = COUNT(*) THEN MAX(taken_at) END AS taken,
       MIN(judged) AS judged, MIN(valid) AS valid
FROM newest
GROUP BY store_id, treatment_id
