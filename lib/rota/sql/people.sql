-- Whom a roster of a store (0: of the chain) may plan over some days, a row a post: at home there or in all stores, or with a station there.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: staff_id int
-- column: code text
-- column: name text
-- column: role text
-- column: store_id int
-- column: from_on day
-- column: to_on day
SELECT s.id AS staff_id, s.code, s.name, COALESCE(p.role, s.role) AS role,
       CASE WHEN p.id IS NULL THEN s.store_id ELSE COALESCE(p.store_id, s.store_id) END AS store_id,
       CASE WHEN p.from_on IS NOT NULL AND (s.hired_on IS NULL OR p.from_on > s.hired_on) THEN p.from_on ELSE s.hired_on END AS from_on,
       CASE WHEN p.to_on IS NOT NULL AND (s.left_on IS NULL OR p.to_on <= s.left_on) THEN p.to_on ELSE s.left_on + 1 END AS to_on
FROM staff AS s
LEFT JOIN post AS p ON p.staff_id = s.id AND p.from_on < CAST($3 AS BIGINT) AND (p.to_on IS NULL OR p.to_on > CAST($2 AS BIGINT))
WHERE (s.hired_on IS NULL OR s.hired_on < CAST($3 AS BIGINT)) AND (s.left_on IS NULL OR s.left_on >= CAST($2 AS BIGINT))
  AND (CAST($1 AS BIGINT) = 0 OR COALESCE(p.store_id, s.store_id) IS NULL OR COALESCE(p.store_id, s.store_id) = $1
       OR EXISTS (SELECT 1 FROM station AS t WHERE t.staff_id = s.id AND t.store_id = $1))
ORDER BY s.code, s.id, p.from_on
