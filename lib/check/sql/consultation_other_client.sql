-- A consultation names another client than the visit that it belongs to.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, x.code AS subject,
       c.code || ' / ' || v.code || ' ' || o.code AS detail
FROM consultation AS x
JOIN visit AS v ON v.store_id = x.store_id AND v.id = x.visit_id
JOIN store AS s ON s.id = x.store_id
JOIN client AS c ON c.id = x.client_id
JOIN client AS o ON o.id = v.client_id
WHERE v.client_id <> x.client_id
ORDER BY s.code, x.code
