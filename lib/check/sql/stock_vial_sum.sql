-- What was used of an opened pack is not the sum of its movements.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, v.code AS subject,
       CAST(v.used AS TEXT) || ' / ' || CAST(COALESCE(-m.quantity, 0) AS TEXT) AS detail
FROM vial AS v
JOIN store AS s ON s.id = v.store_id
LEFT JOIN (SELECT store_id, vial_id, CAST(SUM(quantity) AS BIGINT) AS quantity
           FROM stock_move WHERE vial_id IS NOT NULL
           GROUP BY store_id, vial_id) AS m ON m.store_id = v.store_id AND m.vial_id = v.id
WHERE v.used <> COALESCE(-m.quantity, 0)
ORDER BY s.code, v.code
