-- Two posts of a person overlap.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
WITH post_next AS (
    SELECT staff_id, from_on, to_on, LEAD(from_on) OVER (PARTITION BY staff_id ORDER BY from_on) AS next_on
    FROM post)
SELECT 'error' AS severity, CAST(NULL AS TEXT) AS store, s.code AS subject, d.date AS detail
FROM post_next AS p
JOIN staff AS s ON s.id = p.staff_id
JOIN calendar AS d ON d.day = p.next_on
WHERE p.next_on IS NOT NULL AND (p.to_on IS NULL OR p.to_on > p.next_on)
ORDER BY s.code, d.date
