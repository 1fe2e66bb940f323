-- A delivery was refused without a reason, or accepted with one.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, r.code AS subject, r.state AS detail
FROM receipt AS r
JOIN store AS s ON s.id = r.store_id
WHERE (r.state = 'refused' AND r.reasons IS NULL) OR (r.state = 'accepted' AND r.reasons IS NOT NULL)
ORDER BY s.code, r.code
