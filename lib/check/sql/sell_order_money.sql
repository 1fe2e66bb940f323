-- What was paid for an order is not what its balances hold.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, b.order_code AS subject,
       CAST(b.fen AS TEXT) || ' / ' || CAST(COALESCE(SUM(p.amount_fen), 0) AS TEXT) || ' fen' AS detail
FROM (SELECT store_id, order_code, CAST(SUM(paid_fen - returned_fen) AS BIGINT) AS fen
      FROM prepaid GROUP BY store_id, order_code) AS b
JOIN store AS s ON s.id = b.store_id
LEFT JOIN payment AS p ON p.store_id = b.store_id AND p.order_code = b.order_code
GROUP BY s.code, b.store_id, b.order_code, b.fen
HAVING b.fen <> COALESCE(SUM(p.amount_fen), 0)
ORDER BY s.code, b.order_code
