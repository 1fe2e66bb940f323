-- An effect is judged for another term than the dates give: short is from one month after the treatment to three.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, e.code AS subject, t.code || ' ' || b.date || ', ' || d.date || ' ' || e.term AS detail
FROM evaluation AS e
JOIN treatment AS t ON t.store_id = e.store_id AND t.id = e.treatment_id
JOIN store AS s ON s.id = e.store_id
JOIN calendar AS b ON b.day = t.day
JOIN calendar AS d ON d.day = e.day
WHERE e.day >= t.day
  AND e.term <> CASE WHEN 12 * CAST(d.year AS BIGINT) + CAST(substr(d.month, 6) AS BIGINT)
                          - 12 * CAST(b.year AS BIGINT) - CAST(substr(b.month, 6) AS BIGINT)
                          + CASE WHEN substr(d.date, 9) <= substr(b.date, 9) THEN 0 ELSE 1 END > 3
                     THEN 'long' ELSE 'short' END
ORDER BY s.code, e.code
