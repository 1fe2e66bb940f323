-- And the calls that nobody has made yet.
-- param: campaign_id int
UPDATE task
SET state = 'cancelled', reason = 'campaign'
WHERE state = 'open' AND kind = 'recall' AND treatment_id IS NULL
  AND plan = (SELECT code FROM campaign WHERE id = CAST($1 AS BIGINT))
  AND client_id IN (SELECT client_id FROM recipient WHERE campaign_id = CAST($1 AS BIGINT) AND arm = 'sent')
