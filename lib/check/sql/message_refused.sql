-- A message was sent to who had taken back, or for marketing never given, the consent to it, or was forgotten.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
-- What a sender took goes within the hour of its lease, so only what was said before that counts. The day of a store is that of
-- no zone here: what ended a day and a half before is over everywhere.
SELECT 'warning' AS severity, s.code AS store, m.code AS subject,
       c.code || ' ' || m.purpose || ' ' || m.channel || CASE WHEN c.forgotten_on < (m.sent_at - 129600) / 86400 THEN ' forgotten' ELSE '' END AS detail
FROM message AS m
JOIN store AS s ON s.id = m.store_id
JOIN client AS c ON c.id = m.client_id
LEFT JOIN consent AS k ON k.id = (
    SELECT w.id
    FROM consent AS w
    WHERE w.client_id = m.client_id AND w.purpose = m.purpose AND (w.way = m.channel OR w.way = 'any') AND w.at <= m.sent_at
    ORDER BY w.at DESC, w.given
    LIMIT 1)
WHERE m.state = 'sent'
  AND ((c.forgotten_on IS NULL AND k.id IS NULL AND m.purpose <> 'care') OR (k.given = 0 AND k.at <= m.sent_at - 3600)
       OR k.until < (m.sent_at - 129600) / 86400 OR c.forgotten_on < (m.sent_at - 129600) / 86400)
ORDER BY s.code, m.code
