-- A tag that both got on one day is there once.
-- param: kept int
-- param: gone int
DELETE FROM client_tag
WHERE client_id = $2
  AND EXISTS (
    SELECT 1 FROM client_tag AS k
    WHERE k.client_id = $1 AND k.tag = client_tag.tag AND k.from_on = client_tag.from_on)
