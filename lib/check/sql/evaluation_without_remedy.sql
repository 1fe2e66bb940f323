-- A treatment is judged below expectation, and cause or remedy is missing.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, e.code AS subject, t.code AS detail
FROM evaluation AS e
JOIN treatment AS t ON t.store_id = e.store_id AND t.id = e.treatment_id
JOIN store AS s ON s.id = e.store_id
WHERE e.as_expected = 0 AND (e.cause IS NULL OR e.remedy IS NULL)
ORDER BY s.code, e.code
