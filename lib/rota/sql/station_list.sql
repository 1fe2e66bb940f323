-- Stores beside their own in which people may be planned.
-- param: store_id int
-- param: staff text
-- column: staff text
-- column: name text
-- column: role text
-- column: home text
-- column: store text
-- column: from_on day
-- column: to_on day
SELECT p.code AS staff, p.name, p.role, h.code AS home, s.code AS store, t.from_on, t.to_on
FROM station AS t
JOIN staff AS p ON p.id = t.staff_id
JOIN store AS s ON s.id = t.store_id
LEFT JOIN store AS h ON h.id = p.store_id
WHERE (CAST($1 AS BIGINT) IS NULL OR t.store_id = $1 OR p.store_id = $1) AND (CAST($2 AS TEXT) IS NULL OR p.code = $2)
ORDER BY p.code, s.code
