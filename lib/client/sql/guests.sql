-- Who was asked to an event.
-- param: store_id int
-- param: event text
-- column: client text
-- column: state text
-- column: day day
SELECT c.code AS client, g.state AS state, g.day AS day
FROM guest AS g
JOIN event AS e ON e.store_id = g.store_id AND e.id = g.event_id
JOIN client AS c ON c.id = g.client_id
WHERE g.store_id = $1 AND e.code = $2
ORDER BY c.code
