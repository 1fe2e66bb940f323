-- A message was sent and nobody knows when, or has such a time and was not sent.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, s.code AS store, m.code AS subject, m.state AS detail
FROM message AS m
JOIN store AS s ON s.id = m.store_id
WHERE (m.state = 'sent' AND m.sent_at IS NULL) OR (m.state <> 'sent' AND m.sent_at IS NOT NULL)
ORDER BY s.code, m.code
