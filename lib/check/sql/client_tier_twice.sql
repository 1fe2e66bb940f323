-- A client has two tiers at a time.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, NULL AS store, c.code AS subject, MIN(t.tier) || ', ' || MAX(t.tier) AS detail
FROM client_tier AS t
JOIN client AS c ON c.id = t.client_id
WHERE t.to_on IS NULL
GROUP BY c.code, t.client_id
HAVING COUNT(*) > 1
ORDER BY c.code
