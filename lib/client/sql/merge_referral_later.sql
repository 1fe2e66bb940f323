-- Of two who brought them the earlier one did.
-- param: kept int
-- param: gone int
DELETE FROM referral
WHERE client_id IN ($1, $2)
  AND EXISTS (
    SELECT 1 FROM referral AS o
    WHERE o.client_id IN ($1, $2) AND o.client_id <> referral.client_id
      AND (o.day < referral.day OR (o.day = referral.day AND o.client_id = $1)))
