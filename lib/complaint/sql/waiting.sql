-- Complaints that are not closed, and whether they were answered.
-- param: store_id int
-- param: now moment
-- column: store_id int
-- column: id int
-- column: code text
-- column: client text
-- column: category text
-- column: severity int
-- column: state text
-- column: owner text
-- column: opened_at moment
-- column: respond_by moment
-- column: responded_at moment
-- column: paused_at moment
-- column: answered int
-- column: owner_id int
SELECT k.store_id, k.id, k.code, c.code AS client, k.category, k.severity, k.state, o.code AS owner,
       k.opened_at, k.respond_by, k.responded_at, k.paused_at,
       (SELECT COUNT(*) FROM complaint_step AS s
        WHERE s.store_id = k.store_id AND s.complaint_id = k.id
          AND s.kind IN ('propose', 'agree')) AS answered,
       k.owner_id
FROM complaint AS k
JOIN client AS c ON c.id = k.client_id
JOIN store AS t ON t.id = k.store_id
LEFT JOIN staff AS o ON o.id = k.owner_id
WHERE k.state <> 'closed' AND (CAST($1 AS BIGINT) IS NULL OR k.store_id = $1)
  AND k.opened_at <= $2
ORDER BY t.code, k.code
