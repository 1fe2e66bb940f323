-- A lot had less than nothing at some moment.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, i.code || ' ' || l.code AS subject, CAST(b.lowest AS TEXT) AS detail
FROM (SELECT r.store_id, r.lot_id, MIN(r.balance) AS lowest
      FROM (SELECT m.store_id, m.lot_id,
                   CAST(SUM(m.quantity) OVER (PARTITION BY m.store_id, m.lot_id ORDER BY m.at, m.id) AS BIGINT) + k.quantity AS balance
            FROM stock_move AS m JOIN lot AS k ON k.store_id = m.store_id AND k.id = m.lot_id) AS r
      WHERE r.balance < 0
      GROUP BY r.store_id, r.lot_id) AS b
JOIN lot AS l ON l.store_id = b.store_id AND l.id = b.lot_id
JOIN item AS i ON i.id = l.item_id
JOIN store AS s ON s.id = l.store_id
ORDER BY s.code, i.code, l.code
