-- The days of an order's lines of sale, a row a line. The lines are found by their keys, which the index of orders holds: asked for
-- the day at once, SQLite walks all payments of the store instead.
-- param: store_id int
-- param: order_code text
-- column: day day
SELECT p.day AS day FROM payment AS k JOIN payment AS p ON p.store_id = k.store_id AND p.id = k.id
WHERE k.store_id = $1 AND k.order_code = $2 AND p.class = 'sale'
