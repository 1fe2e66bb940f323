-- The examinations that a project needs, and of each the client's newest by a moment, in whatever store.
-- param: client_id int
-- param: project_id int
-- param: at moment
-- column: kind text
-- column: valid_days int
-- column: code text
-- column: day day
-- column: result text
SELECT n.kind, n.valid_days, e.code, e.day, e.result
FROM project_exam AS n
LEFT JOIN exam AS e ON e.client_id = $1 AND e.kind = n.kind AND e.taken_at <= CAST($3 AS BIGINT)
  AND NOT EXISTS (
      SELECT 1 FROM exam AS later
      WHERE later.client_id = e.client_id AND later.kind = e.kind AND later.taken_at <= CAST($3 AS BIGINT)
        AND (later.taken_at > e.taken_at
             OR (later.taken_at = e.taken_at
                 AND (later.store_id > e.store_id OR (later.store_id = e.store_id AND later.id > e.id)))))
WHERE n.project_id = $2
ORDER BY n.kind
