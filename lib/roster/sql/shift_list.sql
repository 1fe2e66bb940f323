-- Who works where and when, from a day on (today).
-- param: store_id int
-- param: today day
-- param: from_day day
-- param: to_day day
-- param: staff text
-- column: store text
-- column: day day
-- column: staff text
-- column: name text
-- column: role text
-- column: starts_at moment
-- column: ends_at moment
SELECT s.code AS store, h.day, p.code AS staff, p.name, p.role, h.starts_at, h.ends_at
FROM shift AS h
JOIN store AS s ON s.id = h.store_id
JOIN staff AS p ON p.id = h.staff_id
WHERE (CAST($1 AS BIGINT) IS NULL OR h.store_id = $1)
  AND h.day >= COALESCE(CAST($3 AS BIGINT), CAST($2 AS BIGINT)) AND (CAST($4 AS BIGINT) IS NULL OR h.day < $4)
  AND (CAST($5 AS TEXT) IS NULL OR p.code = $5)
ORDER BY h.day, s.code, h.starts_at, p.code
