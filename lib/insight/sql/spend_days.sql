-- What was spent on channels by store, day and channel (store 0: by the chain).
-- param: from day
-- param: to day
-- param: store_id int
-- column: store_id int
-- column: day day
-- column: channel int
-- column: amount_fen fen
SELECT store_id, day, channel_id AS channel, CAST(SUM(amount_fen) AS BIGINT) AS amount_fen
FROM spend
WHERE day >= $1 AND day < $2 AND (CAST($3 AS BIGINT) IS NULL OR store_id = $3)
GROUP BY store_id, day, channel_id
ORDER BY day, store_id, channel_id
