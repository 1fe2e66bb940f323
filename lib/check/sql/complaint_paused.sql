-- The pauses of a complaint do not add up, or it is paused by one and not by the other.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
WITH pause AS (
    SELECT store_id, complaint_id, kind, at,
           LEAD(at) OVER (PARTITION BY store_id, complaint_id ORDER BY line) AS until
    FROM complaint_step
    WHERE kind IN ('pause', 'resume')),
summed AS (
    SELECT store_id, complaint_id, CAST(SUM(until - at) AS BIGINT) AS paused_s,
           MAX(CASE WHEN until IS NULL THEN at END) AS paused_at
    FROM pause WHERE kind = 'pause'
    GROUP BY store_id, complaint_id),
stepped AS (
    SELECT DISTINCT store_id, complaint_id FROM complaint_step)
SELECT 'error' AS severity, t.code AS store, k.code AS subject,
       k.paused_s || ' / ' || COALESCE(s.paused_s, 0) || ' s' AS detail
FROM complaint AS k
JOIN stepped AS p ON p.store_id = k.store_id AND p.complaint_id = k.id
JOIN store AS t ON t.id = k.store_id
LEFT JOIN summed AS s ON s.store_id = k.store_id AND s.complaint_id = k.id
WHERE k.paused_s <> COALESCE(s.paused_s, 0) OR k.paused_at IS DISTINCT FROM s.paused_at
ORDER BY t.code, k.code
