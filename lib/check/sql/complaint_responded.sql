-- The first response of a complaint is not when its first step of that kind was.
-- column: severity text
-- column: store text
-- column: subject text
-- column: detail text
SELECT 'error' AS severity, t.code AS store, k.code AS subject, c.code AS detail
FROM complaint AS k
JOIN store AS t ON t.id = k.store_id
JOIN client AS c ON c.id = k.client_id
WHERE EXISTS (SELECT 1 FROM complaint_step AS s
              WHERE s.store_id = k.store_id AND s.complaint_id = k.id)
  AND k.responded_at IS DISTINCT FROM
      (SELECT MIN(s.at) FROM complaint_step AS s
       WHERE s.store_id = k.store_id AND s.complaint_id = k.id AND s.kind = 'respond')
ORDER BY t.code, k.code
