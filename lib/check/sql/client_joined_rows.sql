-- A client who was joined to another file has visits, payments or treatments of their own.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, NULL AS store, c.code AS subject, m.code AS detail
FROM client AS c
JOIN client AS m ON m.id = c.merged_into
WHERE EXISTS (SELECT 1 FROM visit AS v WHERE v.client_id = c.id)
   OR EXISTS (SELECT 1 FROM payment AS p WHERE p.client_id = c.id)
   OR EXISTS (SELECT 1 FROM treatment AS t WHERE t.client_id = c.id)
ORDER BY c.code
