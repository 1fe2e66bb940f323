-- Skills of staff.
-- param: store_id int
-- param: staff text
-- param: skill text
-- column: staff text
-- column: name text
-- column: role text
-- column: skill text
-- column: from_on day
-- column: to_on day
SELECT p.code AS staff, p.name, p.role, k.code AS skill, k.from_on, k.to_on
FROM skill AS k
JOIN staff AS p ON p.id = k.staff_id
WHERE (CAST($1 AS BIGINT) IS NULL OR p.store_id IS NULL OR p.store_id = $1)
  AND (CAST($2 AS TEXT) IS NULL OR p.code = $2) AND (CAST($3 AS TEXT) IS NULL OR k.code = $3)
ORDER BY p.code, k.code
