-- A message went out by two channels; the next one is only for what the first could not bring.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'warning' AS severity, s.code AS store, x.what AS subject, x.first_one || ', ' || x.last_one AS detail
FROM (
    SELECT store_id, substr(code, 1, length(code) - length(channel) - 1) AS what, MIN(channel) AS first_one, MAX(channel) AS last_one
    FROM message
    WHERE state = 'sent' AND (substr(code, length(code) - length(channel)) = '/' || channel OR substr(code, length(code) - length(channel)) = ':' || channel)
    GROUP BY store_id, substr(code, 1, length(code) - length(channel) - 1)
    HAVING COUNT(*) > 1) AS x
JOIN store AS s ON s.id = x.store_id
ORDER BY s.code, x.what
