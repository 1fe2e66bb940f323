-- What travels cold was received without a temperature record that passed (缺一拒签).
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT DISTINCT 'error' AS severity, s.code AS store, r.code AS subject, i.code || ' ' || i.storage AS detail
FROM receipt AS r
JOIN receipt_line AS l ON l.store_id = r.store_id AND l.receipt_id = r.id
JOIN item AS i ON i.id = l.item_id AND (i.storage = 'cold' OR i.storage = 'cool' OR i.storage = 'frozen')
JOIN store AS s ON s.id = r.store_id
LEFT JOIN temperature AS t ON t.store_id = r.store_id AND t.receipt_id = r.id AND t.storage = i.storage AND t.passed = 1
WHERE r.state = 'accepted' AND t.id IS NULL
ORDER BY s.code, r.code, detail
