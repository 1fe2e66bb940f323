-- What an order says was received of an item is not what its accepted receipts say.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, p.code || ' ' || i.code AS subject,
       CAST(l.received AS TEXT) || ' / ' || CAST(COALESCE(r.quantity, 0) AS TEXT) AS detail
FROM purchase_line AS l
JOIN purchase AS p ON p.store_id = l.store_id AND p.id = l.purchase_id
JOIN item AS i ON i.id = l.item_id
JOIN store AS s ON s.id = l.store_id
LEFT JOIN (SELECT o.store_id, o.purchase_id, n.item_id, CAST(SUM(n.quantity) AS BIGINT) AS quantity
           FROM receipt AS o
           JOIN receipt_line AS n ON n.store_id = o.store_id AND n.receipt_id = o.id
           WHERE o.state = 'accepted' GROUP BY o.store_id, o.purchase_id, n.item_id) AS r
       ON r.store_id = l.store_id AND r.purchase_id = l.purchase_id AND r.item_id = l.item_id
WHERE l.received <> COALESCE(r.quantity, 0)
ORDER BY s.code, p.code, i.code
