-- More was paid for a contract than it is worth, or something for one that was cancelled or never signed.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, k.code AS subject,
       k.state || ', ' || CAST(SUM(p.amount_fen) AS TEXT) || ' / ' || CAST(k.amount_fen AS TEXT) || ' fen' AS detail
FROM contract AS k
JOIN store AS s ON s.id = k.store_id
JOIN payment AS p ON p.store_id = k.store_id AND p.order_code = k.code
GROUP BY s.code, k.store_id, k.id, k.code, k.state, k.amount_fen
HAVING SUM(p.amount_fen) > k.amount_fen
    OR (k.state = 'cancelled' AND SUM(p.amount_fen) <> 0)
    OR ((k.state = 'draft' OR k.state = 'reviewed') AND COUNT(*) FILTER (WHERE p.kind = 'payment') > 0)
ORDER BY s.code, k.code
