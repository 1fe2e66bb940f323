-- Of two answers to one invitation the one that stays becomes the better one.
-- param: kept int
-- param: gone int
UPDATE guest
SET state = CASE WHEN guest.state = 'attended' OR g.state = 'attended' THEN 'attended'
                 WHEN guest.state = 'accepted' OR g.state = 'accepted' THEN 'accepted'
                 WHEN guest.state = 'absent' OR g.state = 'absent' THEN 'absent'
                 WHEN guest.state = 'declined' OR g.state = 'declined' THEN 'declined'
                 ELSE 'invited' END
FROM guest AS g
WHERE guest.client_id = $1 AND g.client_id = $2 AND g.store_id = guest.store_id AND g.event_id = guest.event_id
