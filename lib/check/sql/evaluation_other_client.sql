-- A judgement of an effect belongs to a treatment of another client.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, x.code AS subject,
       c.code || ' / ' || t.code || ' ' || o.code AS detail
FROM evaluation AS x
JOIN treatment AS t ON t.store_id = x.store_id AND t.id = x.treatment_id
JOIN store AS s ON s.id = x.store_id
JOIN client AS c ON c.id = x.client_id
JOIN client AS o ON o.id = t.client_id
WHERE t.client_id <> x.client_id
ORDER BY s.code, x.code
