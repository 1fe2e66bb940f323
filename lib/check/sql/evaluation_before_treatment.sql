-- A judgement of an effect comes before the treatment that it belongs to.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, x.code AS subject, t.code AS detail
FROM evaluation AS x
JOIN treatment AS t ON t.store_id = x.store_id AND t.id = x.treatment_id
JOIN store AS s ON s.id = x.store_id
WHERE x.at < t.started_at
ORDER BY s.code, x.code
