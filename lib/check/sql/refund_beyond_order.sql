-- More was given back for an order than was ever paid for it.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, p.order_code AS subject,
       CAST(SUM(p.amount_fen) AS TEXT) || ' fen' AS detail
FROM payment AS p
JOIN store AS s ON s.id = p.store_id
GROUP BY s.code, p.store_id, p.order_code
HAVING SUM(p.amount_fen) < 0
ORDER BY s.code, p.order_code
