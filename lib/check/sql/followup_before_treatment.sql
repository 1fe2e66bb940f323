-- A follow-up comes before the treatment that it belongs to.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, f.code AS subject, t.code AS detail
FROM followup AS f
JOIN treatment AS t ON t.store_id = f.store_id AND t.id = f.treatment_id
JOIN store AS s ON s.id = f.store_id
WHERE f.at < t.started_at
ORDER BY s.code, f.code
