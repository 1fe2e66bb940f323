-- The amount of an order is not the sum of its lines.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, p.code AS subject,
       CAST(p.amount_fen AS TEXT) || ' / ' || CAST(COALESCE(l.amount_fen, 0) AS TEXT) || ' fen' AS detail
FROM purchase AS p
JOIN store AS s ON s.id = p.store_id
LEFT JOIN (SELECT store_id, purchase_id, CAST(SUM(amount_fen) AS BIGINT) AS amount_fen
           FROM purchase_line GROUP BY store_id, purchase_id) AS l ON l.store_id = p.store_id AND l.purchase_id = p.id
WHERE p.amount_fen <> COALESCE(l.amount_fen, 0)
ORDER BY s.code, p.code
