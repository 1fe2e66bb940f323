-- The lines of one order name more than one client.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, p.order_code AS subject,
       MIN(c.code) || ', ' || MAX(c.code) AS detail
FROM payment AS p
JOIN store AS s ON s.id = p.store_id
JOIN client AS c ON c.id = p.client_id
GROUP BY s.code, p.store_id, p.order_code
HAVING COUNT(DISTINCT p.client_id) > 1
ORDER BY s.code, p.order_code
