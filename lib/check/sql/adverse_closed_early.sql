-- An adverse event is closed although its report was due and not made, or no doctor confirmed it.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, a.code AS subject,
       CASE WHEN a.confirmed = 0 THEN 'unconfirmed' ELSE 'unreported' END AS detail
FROM adverse AS a
JOIN store AS s ON s.id = a.store_id
WHERE a.state = 'closed' AND (a.confirmed = 0 OR (a.report_by IS NOT NULL AND a.reported_at IS NULL))
ORDER BY s.code, a.code
