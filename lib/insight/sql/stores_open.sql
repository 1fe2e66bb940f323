-- Stores with the day of their opening (that of their first treatment, if it is not known).
-- param: store_id int
-- column: id int
-- column: code text
-- column: opened_on day
SELECT s.id, s.code,
       COALESCE(s.opened_on, (SELECT MIN(t.day) FROM treatment AS t WHERE t.store_id = s.id)) AS opened_on
FROM store AS s
WHERE s.id > 0 AND (CAST($1 AS BIGINT) IS NULL OR s.id = $1)
ORDER BY s.code
