-- A client was brought by themselves, straight or through others.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
WITH RECURSIVE up (client_id, id) AS (
    SELECT client_id, referrer_id FROM referral
    UNION
    SELECT u.client_id, r.referrer_id
    FROM up AS u
    JOIN referral AS r ON r.client_id = u.id
    WHERE u.id <> u.client_id)
SELECT 'error' AS severity, NULL AS store, c.code AS subject, NULL AS detail
FROM up AS u
JOIN client AS c ON c.id = u.client_id
WHERE u.id = u.client_id
ORDER BY c.code
