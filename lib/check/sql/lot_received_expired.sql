-- A lot had expired on the day when it was received.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, l.code AS subject,
       i.code || ' ' || i.name AS detail
FROM lot AS l
JOIN item AS i ON i.id = l.item_id
JOIN store AS s ON s.id = l.store_id
WHERE l.expires_on < l.received_on
ORDER BY s.code, l.code
