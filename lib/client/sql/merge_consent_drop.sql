-- And the other goes.
-- param: kept int
-- param: gone int
DELETE FROM consent
WHERE client_id = $2
  AND EXISTS (
    SELECT 1 FROM consent AS k
    WHERE k.client_id = $1 AND k.purpose = consent.purpose AND k.way = consent.way AND k.at = consent.at)
