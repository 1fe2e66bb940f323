-- A controlled item was received by one person alone.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT DISTINCT 'error' AS severity, s.code AS store, r.code AS subject, i.code || ' ' || i.name AS detail
FROM receipt AS r
JOIN receipt_line AS l ON l.store_id = r.store_id AND l.receipt_id = r.id
JOIN item AS i ON i.id = l.item_id AND i.controlled = 1
JOIN store AS s ON s.id = r.store_id
WHERE r.state = 'accepted' AND (r.second_by IS NULL OR r.second_by = r.by_login)
ORDER BY s.code, r.code, detail
