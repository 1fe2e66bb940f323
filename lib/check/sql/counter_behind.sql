-- The next free id of a table lies behind an id that is taken.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
WITH taken (store_id, name, id) AS (
    SELECT 0, 'client', MAX(id) FROM client
    UNION ALL SELECT 0, 'staff', MAX(id) FROM staff
    UNION ALL SELECT 0, 'project', MAX(id) FROM project
    UNION ALL SELECT 0, 'item', MAX(id) FROM item
    UNION ALL SELECT store_id, 'visit', MAX(id) FROM visit GROUP BY store_id
    UNION ALL SELECT store_id, 'appointment', MAX(id) FROM appointment GROUP BY store_id
    UNION ALL SELECT store_id, 'consultation', MAX(id) FROM consultation GROUP BY store_id
    UNION ALL SELECT store_id, 'payment', MAX(id) FROM payment GROUP BY store_id
    UNION ALL SELECT store_id, 'treatment', MAX(id) FROM treatment GROUP BY store_id
    UNION ALL SELECT store_id, 'lot', MAX(id) FROM lot GROUP BY store_id)
SELECT 'error' AS severity, s.code AS store, t.name AS subject,
       CAST(t.id AS TEXT) AS detail
FROM taken AS t
JOIN store AS s ON s.id = t.store_id
LEFT JOIN counter AS c ON c.store_id = t.store_id AND c.name = t.name
WHERE t.id IS NOT NULL AND (c.next_id IS NULL OR c.next_id <= t.id)
ORDER BY s.code, t.name
