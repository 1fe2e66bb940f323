-- A treatment had no signature before it under the consent form of its project, though the store keeps signatures by
-- then; or only one that was withdrawn.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, t.code AS subject, c.code || ' ' || p.consent AS detail
FROM (SELECT store_id, MIN(day) AS day FROM signature GROUP BY store_id) AS first
JOIN treatment AS t ON t.store_id = first.store_id AND t.day >= first.day
JOIN store AS s ON s.id = t.store_id
JOIN client AS c ON c.id = t.client_id
JOIN project AS p ON p.id = t.project_id AND p.consent IS NOT NULL
WHERE t.status IN ('in-progress', 'completed', 'stopped')
  AND NOT EXISTS (
      SELECT 1 FROM signature AS g
      JOIN consent_form AS f ON f.id = g.form_id AND f.series = p.consent
      WHERE g.store_id = t.store_id AND g.client_id = t.client_id AND g.project_id = t.project_id
        AND g.signed_at <= t.started_at AND (g.withdrawn_at IS NULL OR g.withdrawn_at >= t.started_at)
        AND f.valid_from <= t.day AND (f.valid_to IS NULL OR f.valid_to >= t.day))
ORDER BY s.code, t.code
