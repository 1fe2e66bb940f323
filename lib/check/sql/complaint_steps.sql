-- The steps of a complaint have a gap, run backwards in time, or are of another client.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
WITH step AS (
    SELECT store_id, complaint_id, client_id, line, kind, at,
           COALESCE(LAG(line) OVER own, 0) AS line_before, LAG(at) OVER own AS at_before
    FROM complaint_step
    WINDOW own AS (PARTITION BY store_id, complaint_id ORDER BY line))
SELECT 'error' AS severity, t.code AS store, k.code AS subject, s.line || ' ' || s.kind AS detail
FROM step AS s
JOIN complaint AS k ON k.store_id = s.store_id AND k.id = s.complaint_id
JOIN store AS t ON t.id = k.store_id
WHERE s.line <> s.line_before + 1 OR s.at < s.at_before OR s.client_id <> k.client_id
   OR (s.line = 1 AND s.kind <> 'open') OR (s.line > 1 AND s.kind = 'open')
ORDER BY t.code, k.code, s.line
