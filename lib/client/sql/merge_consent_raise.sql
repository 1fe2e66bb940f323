-- Of two words on one purpose, by one way and at one moment, a withdrawal counts.
-- param: kept int
-- param: gone int
UPDATE consent
SET given = 0
FROM consent AS g
WHERE consent.client_id = $1 AND g.client_id = $2 AND g.purpose = consent.purpose AND g.way = consent.way
  AND g.at = consent.at AND g.given = 0 AND consent.given = 1
