-- Who works here, or did, as the file stands.
-- param: store_id int
-- param: role text
-- param: all bool
-- param: today day
-- column: staff text
-- column: name text
-- column: role text
-- column: title text
-- column: store text
-- column: hired_on day
-- column: left_on day
-- column: licences int
SELECT s.code AS staff, s.name, s.role, s.title, t.code AS store, s.hired_on, s.left_on,
       (SELECT COUNT(*) FROM licence AS l
        WHERE l.staff_id = s.id AND (l.valid_from IS NULL OR l.valid_from <= $4)
          AND (l.valid_to IS NULL OR l.valid_to >= $4)) AS licences
FROM staff AS s
LEFT JOIN store AS t ON t.id = s.store_id
WHERE (CAST($1 AS BIGINT) IS NULL OR s.store_id IS NULL OR s.store_id = $1)
  AND (CAST($2 AS TEXT) IS NULL OR s.role = $2)
  AND (CAST($3 AS BIGINT) = 1 OR s.left_on IS NULL OR s.left_on >= $4)
ORDER BY s.code
