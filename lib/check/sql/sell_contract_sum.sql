-- The amount of a contract is not the sum of its lines.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, k.code AS subject,
       CAST(k.amount_fen AS TEXT) || ' / ' || CAST(COALESCE(SUM(l.amount_fen), 0) AS TEXT) || ' fen' AS detail
FROM contract AS k
JOIN store AS s ON s.id = k.store_id
LEFT JOIN contract_line AS l ON l.store_id = k.store_id AND l.contract_id = k.id
GROUP BY s.code, k.store_id, k.id, k.code, k.amount_fen, k.list_fen
HAVING k.amount_fen <> COALESCE(SUM(l.amount_fen), 0) OR k.list_fen <> COALESCE(SUM(l.list_fen), 0)
ORDER BY s.code, k.code
