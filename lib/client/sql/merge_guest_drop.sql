-- And the other goes.
-- param: kept int
-- param: gone int
DELETE FROM guest
WHERE client_id = $2
  AND EXISTS (
    SELECT 1 FROM guest AS g
    WHERE g.client_id = $1 AND g.store_id = guest.store_id AND g.event_id = guest.event_id)
