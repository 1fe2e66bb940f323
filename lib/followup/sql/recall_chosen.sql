-- Whether a campaign chose a client for this time before, in whatever store they were then.
-- param: campaign_id int
-- param: client_id int
-- param: occurrence text
-- column: there int
-- By the index of clients: that of campaigns holds all whom it chose.
SELECT 1 AS there
FROM recipient
WHERE client_id = $2 AND campaign_id + 0 = $1 AND occurrence = $3
LIMIT 1
