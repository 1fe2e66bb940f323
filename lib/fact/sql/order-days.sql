-- The days of an order's lines of sale.
-- param: store_id int
-- param: order_code text
-- column: day day
SELECT DISTINCT p.day AS day FROM payment AS p WHERE p.store_id = $1 AND p.order_code = $2 AND p.class = 'sale'
