-- What is booked and has not begun, of a store or of all, in a window.
-- param: store_id int
-- param: from moment
-- param: to moment
-- column: store_id int
-- column: store text
-- column: code text
-- column: day day
SELECT a.store_id, s.code AS store, a.code, a.day
FROM appointment AS a
JOIN store AS s ON s.id = a.store_id
WHERE (CAST($1 AS BIGINT) IS NULL OR a.store_id = $1) AND (a.status = 'pending' OR a.status = 'booked')
  AND a.day >= CAST($2 AS BIGINT) / 86400 - 1 AND a.day <= CAST($3 AS BIGINT) / 86400 + 1
  AND a.starts_at >= $2 AND a.starts_at < $3
ORDER BY a.store_id, a.day, a.starts_at, a.code
