-- A tag that both have now is closed for the file that goes on the day it was opened, so that one is open.
-- param: kept int
-- param: gone int
UPDATE client_tag
SET to_on = from_on
WHERE client_id = $2 AND to_on IS NULL
  AND EXISTS (
    SELECT 1 FROM client_tag AS k WHERE k.client_id = $1 AND k.tag = client_tag.tag AND k.to_on IS NULL)
