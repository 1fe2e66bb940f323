-- A client chosen by one campaign under both files was chosen once.
-- param: kept int
-- param: gone int
DELETE FROM recipient
WHERE client_id = $2
  AND EXISTS (
    SELECT 1 FROM recipient AS r
    WHERE r.client_id = $1 AND r.campaign_id + 0 = recipient.campaign_id AND r.occurrence = recipient.occurrence)
