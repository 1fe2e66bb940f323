-- How many messages of a channel are due, of a store.
-- param: store_id int
-- param: channel text
-- param: now moment
-- column: waiting int
SELECT count(*) AS waiting
FROM message
WHERE store_id = $1 AND channel = $2 AND state = 'pending' AND next_at <= $3
