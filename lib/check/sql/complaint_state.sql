-- The state of a complaint is not what its steps make of it.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
WITH moved AS (
    SELECT store_id, complaint_id, kind,
           ROW_NUMBER() OVER (PARTITION BY store_id, complaint_id ORDER BY line DESC) AS back
    FROM complaint_step
    WHERE kind IN ('respond', 'investigate', 'propose', 'agree', 'mediate', 'compensate', 'close')),
stepped AS (
    SELECT store_id, complaint_id, MAX(CASE WHEN kind = 'assign' THEN 1 ELSE 0 END) AS assigned
    FROM complaint_step
    GROUP BY store_id, complaint_id),
state AS (
    SELECT s.store_id, s.complaint_id,
           CASE m.kind WHEN 'respond' THEN 'responded' WHEN 'investigate' THEN 'investigated'
                       WHEN 'propose' THEN 'proposed' WHEN 'agree' THEN 'agreed'
                       WHEN 'mediate' THEN 'mediation' WHEN 'compensate' THEN 'compensated'
                       WHEN 'close' THEN 'closed'
                       ELSE CASE WHEN s.assigned = 1 THEN 'assigned' ELSE 'open' END END AS state
    FROM stepped AS s
    LEFT JOIN moved AS m ON m.store_id = s.store_id AND m.complaint_id = s.complaint_id
                        AND m.back = 1)
SELECT 'error' AS severity, t.code AS store, k.code AS subject,
       k.state || ' / ' || s.state AS detail
FROM complaint AS k
JOIN state AS s ON s.store_id = k.store_id AND s.complaint_id = k.id
JOIN store AS t ON t.id = k.store_id
WHERE k.state <> s.state
ORDER BY t.code, k.code
