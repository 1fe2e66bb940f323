-- What is kept back of an item for a client on a day, the one that ends first before others.
-- param: store_id int
-- param: item_id int
-- param: day day
-- param: client_id int
-- column: id int
-- column: quantity int
SELECT id, quantity - used AS quantity FROM reservation
WHERE store_id = $1 AND item_id = $2 AND until_on >= CAST($3 AS BIGINT) AND released_at IS NULL AND used < quantity
  AND client_id = $4
ORDER BY until_on, id
