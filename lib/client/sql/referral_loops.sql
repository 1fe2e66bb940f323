-- Whether a client was brought by themselves, however long the way.
-- param: client_id int
-- column: loops int
WITH RECURSIVE up (id) AS (
    SELECT referrer_id FROM referral WHERE client_id = $1
    UNION
    SELECT r.referrer_id FROM up JOIN referral AS r ON r.client_id = up.id)
SELECT COUNT(*) AS loops FROM up WHERE id = $1
