-- Skills that people have on some of these days.
-- param: from_day day
-- param: to_day day
-- column: staff_id int
-- column: from_on day
-- column: to_on day
-- column: code text
-- column: store_id int
SELECT staff_id, from_on, to_on + 1 AS to_on, code, CAST(NULL AS BIGINT) AS store_id FROM skill
WHERE (from_on IS NULL OR from_on < $2) AND (to_on IS NULL OR to_on >= $1)
ORDER BY staff_id, code
