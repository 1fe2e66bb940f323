-- Who can what, in some part of a window of days.
-- param: from_day day
-- param: to_day day
-- column: staff_id int
-- column: code text
-- column: from_on day
-- column: to_on day
SELECT staff_id, code, from_on, to_on FROM skill
WHERE (from_on IS NULL OR from_on < CAST($2 AS BIGINT)) AND (to_on IS NULL OR to_on >= CAST($1 AS BIGINT))
ORDER BY staff_id, code
