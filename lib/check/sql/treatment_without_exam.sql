-- A treatment lacked an examination that its project needs: none before it that still held and was in order, though the
-- chain keeps examinations of that kind by then.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, t.code AS subject, c.code || ' ' || n.kind AS detail
FROM project_exam AS n
JOIN (SELECT kind, MIN(day) AS day FROM exam GROUP BY kind) AS first ON first.kind = n.kind
JOIN treatment AS t ON t.project_id = n.project_id AND t.day >= first.day
JOIN store AS s ON s.id = t.store_id
JOIN client AS c ON c.id = t.client_id
WHERE t.status IN ('in-progress', 'completed', 'stopped')
  AND NOT EXISTS (
      SELECT 1 FROM exam AS e
      WHERE e.client_id = t.client_id AND e.kind = n.kind AND e.taken_at <= t.started_at
        AND (e.result = 'normal' OR e.result = 'acceptable') AND e.day + n.valid_days >= t.day)
ORDER BY s.code, t.code, n.kind
