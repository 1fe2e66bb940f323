-- Goals of a metric for months, quarters and years that begin in a window.
-- param: metric text
-- param: from day
-- param: to day
-- column: store_id int
-- column: period text
-- column: from_on day
-- column: amount_fen fen
-- column: number int
-- column: share int
SELECT store_id, period, from_on, amount_fen, number, share FROM goal
WHERE metric = $1 AND from_on >= $2 AND from_on < $3
