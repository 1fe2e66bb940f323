-- A prepaid balance was drawn on otherwise than the treatments say.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, b.code AS subject,
       CAST(b.used AS TEXT) || ' / ' || CAST(d.units AS TEXT) || ', '
       || CAST(b.recognised_fen AS TEXT) || ' / ' || CAST(d.fen AS TEXT) || ' fen' AS detail
FROM prepaid AS b
JOIN store AS s ON s.id = b.store_id
JOIN (SELECT b2.store_id, b2.id, CAST(COALESCE(SUM(t.quantity), 0) AS BIGINT) AS units,
             CAST(COALESCE(SUM(t.recognised_fen), 0) AS BIGINT) AS fen
      FROM prepaid AS b2
      LEFT JOIN treatment AS t ON t.store_id = b2.store_id AND t.prepaid = b2.code AND t.status <> 'entered-in-error'
      GROUP BY b2.store_id, b2.id) AS d ON d.store_id = b.store_id AND d.id = b.id
WHERE b.used <> d.units OR b.recognised_fen <> d.fen
ORDER BY s.code, b.code
