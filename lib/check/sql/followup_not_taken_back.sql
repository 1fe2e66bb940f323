-- What is owed for a treatment that was none, or to a client who was forgotten, was not taken back: medi-followup plan.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'warning' AS severity, s.code AS store, x.code AS subject, COALESCE(t.code, c.code) AS detail
FROM (
    SELECT store_id, code, client_id, treatment_id
    FROM task
    WHERE state = 'open' AND plan <> 'escalation' AND plan <> 'emergency'
    UNION ALL
    SELECT store_id, code, client_id, treatment_id
    FROM message
    WHERE state = 'pending' AND plan <> 'escalation' AND plan <> 'emergency') AS x
JOIN store AS s ON s.id = x.store_id
JOIN client AS c ON c.id = x.client_id
LEFT JOIN treatment AS t ON t.store_id = x.store_id AND t.id = x.treatment_id AND t.status = 'entered-in-error'
WHERE c.forgotten_on IS NOT NULL OR t.id IS NOT NULL
ORDER BY s.code, x.code
