-- A complaint names a treatment or a visit of another client.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, k.code AS subject,
       COALESCE(t.code, v.code) || ' ' || c.code AS detail
FROM complaint AS k
JOIN store AS s ON s.id = k.store_id
JOIN client AS c ON c.id = k.client_id
LEFT JOIN treatment AS t ON t.store_id = k.store_id AND t.id = k.treatment_id
                        AND t.client_id <> k.client_id
LEFT JOIN visit AS v ON v.store_id = k.store_id AND v.id = k.visit_id AND v.client_id <> k.client_id
WHERE t.id IS NOT NULL OR v.id IS NOT NULL
ORDER BY s.code, k.code
