-- The log of a store lacks an entry.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, 'log' AS subject,
       CAST(MAX(l.seq) - COUNT(*) AS TEXT) AS detail
FROM log AS l
JOIN store AS s ON s.id = l.store_id
GROUP BY s.code
HAVING MAX(l.seq) <> COUNT(*)
ORDER BY s.code
