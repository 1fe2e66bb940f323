-- A treatment had no assessment of its client and project before it by a doctor who saw them, though the store keeps
-- assessments by then.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, t.code AS subject, c.code || ' ' || p.code AS detail
FROM (SELECT store_id, MIN(day) AS day FROM assessment GROUP BY store_id) AS first
JOIN treatment AS t ON t.store_id = first.store_id AND t.day >= first.day
JOIN store AS s ON s.id = t.store_id
JOIN client AS c ON c.id = t.client_id
JOIN project AS p ON p.id = t.project_id
WHERE t.status IN ('in-progress', 'completed', 'stopped')
  AND (p.licence IS NOT NULL OR p.kind NOT IN ('care', 'exam'))
  AND NOT EXISTS (
      SELECT 1 FROM assessment AS a
      JOIN staff AS d ON d.id = a.staff_id AND d.role = 'doctor'
      WHERE a.store_id = t.store_id AND a.client_id = t.client_id AND a.project_id = t.project_id
        AND a.verdict = 'fit' AND a.in_person = 1 AND a.at <= t.started_at
        AND COALESCE(a.valid_to, a.day) >= t.day)
ORDER BY s.code, t.code
