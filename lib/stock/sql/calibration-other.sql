-- The machine that a certificate of that body is of, if it is another.
-- param: certificate text
-- param: body text
-- param: store_id int
-- param: equipment_id int
-- column: code text
SELECT e.code
FROM calibration AS c JOIN equipment AS e ON e.store_id = c.store_id AND e.id = c.equipment_id
WHERE c.certificate = $1 AND (c.body IS NULL OR c.body = CAST($2 AS TEXT))
  AND (c.store_id <> CAST($3 AS BIGINT) OR c.equipment_id <> CAST($4 AS BIGINT))
ORDER BY e.code
