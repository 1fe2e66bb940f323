-- The balances of an order.
-- param: store_id int
-- param: order_code text
-- column: code text
SELECT code FROM prepaid WHERE store_id = $1 AND order_code = $2 ORDER BY id
