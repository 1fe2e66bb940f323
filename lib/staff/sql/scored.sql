-- Who worked here in a window, with their role on its last day or their own.
-- param: from day
-- param: to day
-- param: store_id int
-- param: code text
-- param: role text
-- column: id int
-- column: staff text
-- column: name text
-- column: role text
WITH here AS (
    SELECT s.id, s.code, s.name, s.role, s.store_id,
           CASE WHEN s.left_on < CAST($2 AS BIGINT) - 1 THEN s.left_on
                ELSE CAST($2 AS BIGINT) - 1 END AS day
    FROM staff AS s
    WHERE (s.left_on IS NULL OR s.left_on >= $1) AND (s.hired_on IS NULL OR s.hired_on < $2)),
posted AS (
    SELECT h.id, h.code, h.name, COALESCE(p.role, h.role) AS role,
           CASE WHEN p.id IS NULL THEN h.store_id ELSE p.store_id END AS store_id
    FROM here AS h
    LEFT JOIN post AS p ON p.staff_id = h.id AND p.from_on <= h.day
                       AND (p.to_on IS NULL OR p.to_on > h.day))
SELECT id, code AS staff, name, role FROM posted
WHERE (CAST($3 AS BIGINT) IS NULL OR store_id IS NULL OR store_id = $3)
  AND (CAST($4 AS TEXT) IS NULL OR code = $4)
  AND (CAST($5 AS TEXT) IS NULL OR role = $5)
ORDER BY code
