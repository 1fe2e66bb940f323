-- Tiers of the file that goes are kept only where they began before the first one of the file that stays.
-- param: kept int
-- param: gone int
DELETE FROM client_tier
WHERE client_id = $2 AND from_on >= (SELECT MIN(k.from_on) FROM client_tier AS k WHERE k.client_id = $1)
