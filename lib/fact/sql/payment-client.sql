-- The lines of sale of a client, in all stores.
-- param: client_id int
-- column: store_id int
-- column: day day
-- column: id int
-- column: order_code text
-- column: kind text
-- column: amount fen
SELECT p.store_id AS store_id, p.day AS day, p.id AS id, p.order_code AS order_code, p.kind AS kind, p.amount_fen AS amount
FROM payment AS p
WHERE p.client_id = $1 AND p.class = 'sale'
