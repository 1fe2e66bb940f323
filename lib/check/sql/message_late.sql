-- A message was said to be sent more than the hour of a lease after it was not to be sent any more.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'warning' AS severity, s.code AS store, m.code AS subject,
       CAST((m.sent_at - m.until_at) / 60 AS TEXT) || ' min' AS detail
FROM message AS m
JOIN store AS s ON s.id = m.store_id
WHERE m.state = 'sent' AND m.sent_at > m.until_at + 3600
ORDER BY s.code, m.code
