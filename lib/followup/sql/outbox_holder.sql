-- The store that a token holds messages of.
-- param: token text
-- column: store_id int
SELECT store_id FROM lease WHERE token = $1 LIMIT 1
