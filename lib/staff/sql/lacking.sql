-- Who of a store has less of a training in a period than their role on a day needs.
-- param: store_id int
-- param: roles text
-- param: kind text
-- param: review text
-- param: pass int
-- param: from day
-- param: to day
-- param: times int
-- param: today day
-- column: staff text
-- column: name text
-- column: role text
-- column: done int
WITH here AS (
    SELECT s.id, s.code, s.name, COALESCE(p.role, s.role) AS role,
           CASE WHEN p.id IS NULL THEN s.store_id ELSE p.store_id END AS store_id
    FROM staff AS s
    LEFT JOIN post AS p ON p.staff_id = s.id AND p.from_on <= $9
                       AND (p.to_on IS NULL OR p.to_on > $9)
    WHERE (s.hired_on IS NULL OR s.hired_on <= $9) AND (s.left_on IS NULL OR s.left_on >= $9)),
due AS (
    SELECT id, code, name, role FROM here
    WHERE replace(CAST($2 AS TEXT), ',' || role || ',', '') <> CAST($2 AS TEXT)
      AND COALESCE(store_id, 0) = $1),
shown AS (
    SELECT a.staff_id, t.day
    FROM attendance AS a
    JOIN training AS t ON t.store_id = a.store_id AND t.id = a.training_id
    WHERE CAST($4 AS TEXT) IS NULL AND t.kind = $3 AND a.state = 'present'
      AND t.day >= $6 AND t.day < $7 AND t.day <= $9
      AND (CAST($5 AS BIGINT) < 0 OR COALESCE(a.passed, CASE WHEN a.score >= CAST($5 AS BIGINT) THEN 1 END) = 1)
    UNION ALL
    SELECT staff_id, day FROM review
    WHERE kind = CAST($4 AS TEXT) AND day >= $6 AND day < $7 AND day <= $9
      AND score >= CAST($5 AS BIGINT))
SELECT d.code AS staff, d.name, d.role, COUNT(h.staff_id) AS done
FROM due AS d
LEFT JOIN shown AS h ON h.staff_id = d.id
GROUP BY d.id, d.code, d.name, d.role
HAVING COUNT(h.staff_id) < CAST($8 AS BIGINT)
ORDER BY d.code
