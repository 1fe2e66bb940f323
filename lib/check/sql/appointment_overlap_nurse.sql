-- A nurse has two appointments at the same time.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
WITH busy AS (
    SELECT store_id, code, nurse_id, starts_at,
           MAX(ends_at) OVER earlier AS busy_until,
           -- who stays longest: the code behind the end, in eleven digits, which compare as numbers
           MAX(CAST(ends_at + 10000000000 AS TEXT) || code) OVER earlier AS longest
    FROM appointment
    WHERE nurse_id IS NOT NULL
      AND status NOT IN ('cancelled', 'noshow', 'entered-in-error', 'proposed', 'waitlist')
    WINDOW earlier AS (PARTITION BY nurse_id ORDER BY starts_at, store_id, id
                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
SELECT 'error' AS severity, s.code AS store, b.code AS subject,
       substr(b.longest, 12) || ', ' || d.code || ' ' || d.name AS detail
FROM busy AS b
JOIN store AS s ON s.id = b.store_id
JOIN staff AS d ON d.id = b.nurse_id
WHERE b.starts_at < b.busy_until
ORDER BY s.code, b.code
