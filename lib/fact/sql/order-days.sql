-- The days of an order's lines of sale, a row a line. (DISTINCT would have the planner walk all the store's payments in the order of
-- days, for each order.)
-- param: store_id int
-- param: order_code text
-- column: day day
SELECT p.day AS day FROM payment AS p WHERE p.store_id = $1 AND p.order_code = $2 AND p.class = 'sale'
