-- An effect is judged less than a month after the treatment.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'warning' AS severity, s.code AS store, e.code AS subject, t.code || ' ' || b.date || ', ' || d.date AS detail
FROM evaluation AS e
JOIN treatment AS t ON t.store_id = e.store_id AND t.id = e.treatment_id
JOIN store AS s ON s.id = e.store_id
JOIN calendar AS b ON b.day = t.day
JOIN calendar AS d ON d.day = e.day
WHERE e.day >= t.day AND e.day - t.day < 28
ORDER BY s.code, e.code
