-- And end there.
-- param: kept int
-- param: gone int
UPDATE client_tier
SET to_on = (SELECT MIN(k.from_on) FROM client_tier AS k WHERE k.client_id = $1)
WHERE client_id = $2
  AND (to_on IS NULL OR to_on > (SELECT MIN(k.from_on) FROM client_tier AS k WHERE k.client_id = $1))
  AND EXISTS (SELECT 1 FROM client_tier AS k WHERE k.client_id = $1)
