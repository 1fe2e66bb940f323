-- A prepaid balance has money left and nothing to be given for it.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, b.code AS subject,
       CAST(b.paid_fen - b.recognised_fen - b.returned_fen AS TEXT) || ' fen' AS detail
FROM prepaid AS b
JOIN store AS s ON s.id = b.store_id
WHERE b.used + b.returned = b.bought AND b.recognised_fen + b.returned_fen <> b.paid_fen
ORDER BY s.code, b.code
