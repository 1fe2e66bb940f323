-- How much of an item is kept back in a store on a day for others than a client.
-- param: store_id int
-- param: item_id int
-- param: day day
-- param: client_id int
-- column: quantity int
SELECT COALESCE(CAST(SUM(quantity - used) AS BIGINT), 0) AS quantity
FROM reservation
WHERE store_id = $1 AND item_id = $2 AND until_on >= CAST($3 AS BIGINT) AND released_at IS NULL AND used < quantity
  AND client_id <> COALESCE(CAST($4 AS BIGINT), 0)
