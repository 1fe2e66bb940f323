-- Who of a role answers for a client's health.
-- param: store_id int
-- param: client_id int
-- param: treatment_id int
-- param: day day
-- param: role text
-- param: director text
-- column: staff text
SELECT w.code AS staff
FROM (
    SELECT 1 AS place, c.nurse_id AS id FROM client AS c WHERE c.id = $2 AND CAST($5 AS TEXT) = 'nurse'
    UNION ALL
    SELECT 2, CASE WHEN CAST($5 AS TEXT) = 'nurse' THEN t.nurse_id WHEN CAST($5 AS TEXT) = 'doctor' THEN t.doctor_id END
    FROM treatment AS t
    WHERE t.store_id = $1
      AND t.id = COALESCE(CAST($3 AS BIGINT), (
        SELECT l.id FROM treatment AS l
        WHERE l.client_id = $2 AND l.store_id = $1 AND l.status <> 'entered-in-error'
        ORDER BY l.day DESC, l.id DESC LIMIT 1))
    UNION ALL
    SELECT 3, d.id FROM staff AS d WHERE CAST($5 AS TEXT) = 'manager' AND d.code = CAST($6 AS TEXT)
    UNION ALL
    SELECT 4, d.id FROM staff AS d WHERE CAST($5 AS TEXT) = 'manager' AND d.role = 'manager' AND d.store_id = $1
    UNION ALL
    SELECT 5, d.id FROM staff AS d WHERE CAST($5 AS TEXT) = 'manager' AND d.role = 'manager' AND d.store_id IS NULL) AS who
JOIN staff AS w ON w.id = who.id
WHERE (w.left_on IS NULL OR w.left_on >= CAST($4 AS BIGINT)) AND (w.hired_on IS NULL OR w.hired_on <= CAST($4 AS BIGINT))
ORDER BY who.place, w.code
LIMIT 1
