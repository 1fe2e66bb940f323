-- A contract of a minor was signed by no guardian.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, k.code AS subject, c.code AS detail
FROM contract AS k
JOIN store AS s ON s.id = k.store_id
JOIN client AS c ON c.id = k.client_id
JOIN calendar AS b ON b.day = c.birthday
JOIN calendar AS d ON d.day = k.signed_at / 86400 + 1 -- a store may be a day ahead
WHERE k.state = 'signed' AND k.signer = 'client'
  AND CAST(substr(d.date, 1, 4) AS BIGINT) * 10000 + CAST(substr(d.date, 6, 2) AS BIGINT) * 100 + CAST(substr(d.date, 9, 2) AS BIGINT)
    - CAST(substr(b.date, 1, 4) AS BIGINT) * 10000 - CAST(substr(b.date, 6, 2) AS BIGINT) * 100 - CAST(substr(b.date, 9, 2) AS BIGINT)
    < 180000
ORDER BY s.code, k.code
