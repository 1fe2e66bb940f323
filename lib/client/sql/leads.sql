-- Leads, sealed names and phones with the key to them.
-- param: store_id int
-- param: stage text
-- param: owner text
-- param: channel text
-- param: due day
-- param: open bool
-- column: id int
-- column: data_key bytes
-- column: code text
-- column: name bytes
-- column: phone bytes
-- column: store text
-- column: channel text
-- column: project text
-- column: owner text
-- column: day day
-- column: stage text
-- column: next_step text
-- column: next_on day
-- column: lost_reason text
-- column: client text
SELECT l.id AS id, l.data_key AS data_key, l.code AS code, l.name AS name, l.phone AS phone, s.code AS store,
       h.code AS channel, p.code AS project, w.code AS owner, l.day AS day, l.stage AS stage, l.next_step AS next_step,
       l.next_on AS next_on, l.lost_reason AS lost_reason, c.code AS client
FROM lead AS l
JOIN store AS s ON s.id = l.store_id
JOIN channel AS h ON h.id = l.channel_id
LEFT JOIN project AS p ON p.id = l.project_id
LEFT JOIN staff AS w ON w.id = l.owner_id
LEFT JOIN client AS c ON c.id = l.client_id
WHERE (CAST($1 AS BIGINT) IS NULL OR l.store_id = $1) AND (CAST($2 AS TEXT) IS NULL OR l.stage = $2)
  AND (CAST($3 AS TEXT) IS NULL OR w.code = $3) AND (CAST($4 AS TEXT) IS NULL OR h.code = $4)
  AND (CAST($5 AS BIGINT) IS NULL OR l.next_on <= $5)
  AND (CAST($6 AS BIGINT) = 0 OR (l.stage <> 'converted' AND l.stage <> 'lost'))
ORDER BY l.next_on NULLS LAST, l.id
