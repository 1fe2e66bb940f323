-- Facts of the SOP about what was paid in a visit: something new that needs a contract was bought, that is, the first
-- money of an order.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: visit_id int
-- column: staff_id int
-- column: bought moment
SELECT y.store_id, y.visit_id, y.consultant_id AS staff_id, y.paid_at AS bought
FROM store AS s
CROSS JOIN payment AS y
LEFT JOIN project AS p ON p.id = y.project_id
WHERE y.store_id = s.id AND y.day >= CAST($1 AS BIGINT) AND y.day < CAST($2 AS BIGINT) + 2
  AND y.visit_id IS NOT NULL AND y.class = 'sale' AND y.kind <> 'refund' AND y.amount_fen > 0
  AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR y.visit_id = CAST($4 AS BIGINT))
  AND COALESCE(p.contract, 1) = 1
  AND NOT EXISTS (
      SELECT 1 FROM payment AS before
      WHERE before.client_id = y.client_id AND +before.store_id = y.store_id AND before.order_code = y.order_code AND before.paid_at < y.paid_at
        AND before.visit_id IS DISTINCT FROM y.visit_id)
  AND NOT EXISTS (
      SELECT 1 FROM contract AS c
      WHERE c.store_id = y.store_id AND c.code = y.order_code AND c.visit_id IS DISTINCT FROM y.visit_id)
