-- And the other goes.
-- param: kept int
-- param: gone int
DELETE FROM client_segment
WHERE id = $2 AND EXISTS (SELECT 1 FROM client_segment AS k WHERE k.id = $1)
