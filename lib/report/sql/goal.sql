-- What is aimed at of a metric in a period that begins on a day.
-- param: store_id int
-- param: metric text
-- param: period text
-- param: from day
-- column: amount_fen fen
-- column: number int
-- column: share int
SELECT amount_fen, number, share FROM goal
WHERE store_id = CAST($1 AS BIGINT) AND metric = $2 AND period = $3 AND from_on = $4
