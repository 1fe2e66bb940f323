-- Licences that have ended or end within so many days and are not renewed, and physicians and nurses who have none.
-- param: store_id int
-- param: today day
-- param: days int
-- column: severity text
-- column: staff text
-- column: name text
-- column: role text
-- column: kind text
-- column: number text
-- column: scope text
-- column: store text
-- column: valid_to day
-- column: days_left int
WITH here AS (
    SELECT id, code, name, role, store_id FROM staff
    WHERE (left_on IS NULL OR left_on >= $2)
      AND (CAST($1 AS BIGINT) IS NULL OR store_id IS NULL OR store_id = $1)),
last AS (
    SELECT l.staff_id, l.kind, l.number, l.scope, l.store_id, l.valid_to,
           ROW_NUMBER() OVER (PARTITION BY l.staff_id, l.kind, COALESCE(l.scope, ''),
                                           COALESCE(l.store_id, 0)
                              ORDER BY l.valid_to DESC NULLS FIRST, l.number) AS back
    FROM licence AS l),
found AS (
    SELECT h.code, h.name, h.role, l.kind, l.number, l.scope, l.store_id, l.valid_to,
           CASE WHEN l.valid_to < $2 THEN 'error' ELSE 'warning' END AS severity
    FROM here AS h
    JOIN last AS l ON l.staff_id = h.id AND l.back = 1
    WHERE l.valid_to <= CAST($2 AS BIGINT) + CAST($3 AS BIGINT)
    UNION ALL
    SELECT h.code, h.name, h.role, CASE WHEN h.role = 'nurse' THEN 'nurse' ELSE 'physician' END,
           NULL, NULL, NULL, NULL, 'error'
    FROM here AS h
    WHERE h.role IN ('doctor', 'nurse')
      AND NOT EXISTS (SELECT 1 FROM licence AS l WHERE l.staff_id = h.id
                      AND l.kind = CASE WHEN h.role = 'nurse' THEN 'nurse' ELSE 'physician' END))
SELECT f.severity, f.code AS staff, f.name, f.role, f.kind, f.number, f.scope, t.code AS store,
       f.valid_to, f.valid_to - $2 AS days_left
FROM found AS f
LEFT JOIN store AS t ON t.id = f.store_id
ORDER BY f.valid_to NULLS FIRST, f.code, f.kind, f.number
