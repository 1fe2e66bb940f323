-- A lot is not the sum of the receipts that made it: its own quantity and cost and what was received into it later.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, i.code || ' ' || l.code AS subject,
       CAST(l.quantity + COALESCE(m.quantity, 0) AS TEXT) || ' / ' || CAST(r.quantity AS TEXT) || ', '
           || CAST(l.cost_fen + COALESCE(m.cost_fen, 0) AS TEXT) || ' / ' || CAST(r.amount_fen AS TEXT) || ' fen' AS detail
FROM (SELECT store_id, lot_id, CAST(SUM(quantity) AS BIGINT) AS quantity, CAST(SUM(amount_fen) AS BIGINT) AS amount_fen
      FROM receipt_line WHERE lot_id IS NOT NULL GROUP BY store_id, lot_id) AS r
JOIN lot AS l ON l.store_id = r.store_id AND l.id = r.lot_id
JOIN item AS i ON i.id = l.item_id
JOIN store AS s ON s.id = l.store_id
LEFT JOIN (SELECT store_id, lot_id, CAST(SUM(quantity) AS BIGINT) AS quantity, CAST(SUM(cost_fen) AS BIGINT) AS cost_fen
           FROM stock_move WHERE kind = 'receipt' GROUP BY store_id, lot_id) AS m
       ON m.store_id = l.store_id AND m.lot_id = l.id
WHERE r.quantity <> l.quantity + COALESCE(m.quantity, 0) OR r.amount_fen <> l.cost_fen + COALESCE(m.cost_fen, 0)
ORDER BY s.code, i.code, l.code
