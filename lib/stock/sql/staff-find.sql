-- A member of the staff by code, or by id.
-- param: code text
-- param: id int
-- column: id int
-- column: code text
-- column: name text
SELECT id, code, name FROM staff
WHERE (CAST($1 AS TEXT) IS NOT NULL AND code = $1) OR (CAST($1 AS TEXT) IS NULL AND id = CAST($2 AS BIGINT))
