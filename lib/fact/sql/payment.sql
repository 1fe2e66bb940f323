-- The lines of sale of all orders of a store that have one on days from … until, those of other days too, in no order.
-- param: store_id int
-- param: from day
-- param: to day
-- column: day day
-- column: client_id int
-- column: id int
-- column: order_code text
-- column: kind text
-- column: project int
-- column: consultant int
-- column: quantity int
-- column: amount fen
SELECT p.day AS day, p.client_id AS client_id, p.id AS id, p.order_code AS order_code, p.kind AS kind, p.project_id AS project,
       p.consultant_id AS consultant, p.quantity AS quantity, p.amount_fen AS amount
FROM payment AS p
WHERE p.store_id = $1 AND p.class = 'sale'
  AND p.order_code IN (
      SELECT o.order_code FROM payment AS o
      WHERE o.store_id = $1 AND o.day >= $2 AND o.day < $3 AND o.class = 'sale')
