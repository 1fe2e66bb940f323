-- The opened packs of a lot hold more than there is of it.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, i.code || ' ' || l.code AS subject,
       CAST(v.rest AS TEXT) || ' / ' || CAST(l.quantity + l.moved AS TEXT) AS detail
FROM (SELECT store_id, lot_id, CAST(SUM(quantity - used) AS BIGINT) AS rest FROM vial GROUP BY store_id, lot_id) AS v
JOIN lot AS l ON l.store_id = v.store_id AND l.id = v.lot_id
JOIN item AS i ON i.id = l.item_id
JOIN store AS s ON s.id = l.store_id
WHERE v.rest > l.quantity + l.moved
ORDER BY s.code, i.code, l.code
