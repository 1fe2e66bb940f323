-- The lines of what a treatment used whose movement of stock was not countered.
-- param: store_id int
-- param: treatment_id int
-- column: line int
SELECT u.line
FROM treatment_item AS u
JOIN stock_move AS m ON m.store_id = u.store_id AND m.code = u.move
WHERE u.store_id = $1 AND u.treatment_id = $2 AND u.quantity > 0
  AND NOT EXISTS (SELECT 1 FROM stock_move AS b
                  WHERE b.store_id = m.store_id AND b.lot_id = m.lot_id AND b.reverses = m.code)
ORDER BY u.line
