-- Whether the first client was brought by the second one, however long the way.
-- param: client_id int
-- param: referrer_id int
-- column: leads int
WITH RECURSIVE up (id) AS (
    SELECT referrer_id FROM referral WHERE client_id = $1
    UNION
    SELECT r.referrer_id FROM up JOIN referral AS r ON r.client_id = up.id)
SELECT COUNT(*) AS leads FROM up WHERE id = $2
