-- The price of a project on a day: that of the store and channel, else of the store, else of the channel in the chain, else of the chain.
-- param: project_id int
-- param: store_id int
-- param: channel_id int
-- param: day day
-- column: amount_fen fen
-- column: floor_fen fen
SELECT amount_fen, floor_fen
FROM price
WHERE project_id = $1 AND (store_id = 0 OR store_id = $2) AND (channel_id IS NULL OR channel_id = CAST($3 AS BIGINT))
  AND valid_from <= $4 AND (valid_to IS NULL OR valid_to >= $4)
ORDER BY CASE WHEN store_id = 0 THEN 1 ELSE 0 END, CASE WHEN channel_id IS NULL THEN 1 ELSE 0 END, valid_from DESC
LIMIT 1
