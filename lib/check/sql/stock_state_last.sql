-- A lot's state is not what was decided of it last.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, i.code || ' ' || l.code AS subject, l.state || ' / ' || g.state AS detail
FROM lot_state AS g
JOIN lot AS l ON l.store_id = g.store_id AND l.id = g.lot_id
JOIN item AS i ON i.id = l.item_id
JOIN store AS s ON s.id = l.store_id
WHERE g.state <> l.state
  AND NOT EXISTS (SELECT 1 FROM lot_state AS h
                  WHERE h.store_id = g.store_id AND h.lot_id = g.lot_id AND (h.at > g.at OR (h.at = g.at AND h.id > g.id)))
ORDER BY s.code, i.code, l.code
