-- The price of a package, and the sum of the shares of what is in it.
-- param: package text
-- column: price_fen fen
-- column: shares_fen fen
SELECT g.price_fen, CAST(COALESCE(SUM(l.quantity * l.share_fen), 0) AS BIGINT) AS shares_fen
FROM package AS g
LEFT JOIN package_line AS l ON l.package_id = g.id
WHERE g.code = $1
GROUP BY g.id, g.price_fen
