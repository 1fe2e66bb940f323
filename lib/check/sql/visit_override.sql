-- A treatment was given in an emergency although gates were closed.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'warning' AS severity, s.code AS store, t.code AS subject,
       o.gates || ': ' || o.reason || ' (' || o.asked_by || ', ' || o.approved_by || ')' AS detail
FROM gate_override AS o
JOIN treatment AS t ON t.store_id = o.store_id AND t.id = o.treatment_id
JOIN store AS s ON s.id = o.store_id
ORDER BY s.code, t.code
