-- Takes back what a campaign has not sent yet.
-- param: campaign_id int
UPDATE message
SET state = 'cancelled', reason = 'campaign'
WHERE state = 'pending' AND treatment_id IS NULL
  AND plan = (SELECT code FROM campaign WHERE id = CAST($1 AS BIGINT))
  AND client_id IN (SELECT client_id FROM recipient WHERE campaign_id = CAST($1 AS BIGINT) AND arm = 'sent')
