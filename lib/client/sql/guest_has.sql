-- Whether a client is on the list of an event.
-- param: store_id int
-- param: event text
-- param: client_id int
-- column: id int
SELECT g.id AS id
FROM guest AS g
JOIN event AS e ON e.store_id = g.store_id AND e.id = g.event_id
WHERE g.store_id = $1 AND e.code = $2 AND g.client_id = $3
