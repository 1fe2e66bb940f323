-- The requests that concern an account: its own, and those of the stores of its duties. What was pending or approved
-- when its time was over is expired.
-- param: actor text
-- param: latest moment
-- param: state text
-- param: store_id int
-- param: id int
-- column: request int
-- column: state text
-- column: deed text
-- column: subject text
-- column: reason text
-- column: store text
-- column: asked_by text
-- column: asked_at moment
-- column: expires_at moment
-- column: decided_by text
-- column: decided_at moment
-- column: answer text
-- column: used_at moment
SELECT v.id AS request, v.state, v.deed, v.subject, v.reason, s.code AS store, v.asked_by, v.asked_at,
       v.expires_at, v.decided_by, v.decided_at, v.answer, v.used_at
FROM (SELECT r.id, r.deed, r.subject, r.reason, r.store_id, r.asked_by, r.asked_at, r.expires_at,
             r.decided_by, r.decided_at, r.answer, r.used_at,
             CASE WHEN (r.state = 'pending' OR r.state = 'approved') AND r.expires_at <= $2
                  THEN 'expired' ELSE r.state END AS state
      FROM request AS r) AS v
JOIN store AS s ON s.id = v.store_id
WHERE (CAST($3 AS TEXT) IS NULL OR v.state = $3)
  AND (CAST($4 AS BIGINT) IS NULL OR v.store_id = $4)
  AND (CAST($5 AS BIGINT) IS NULL OR v.id = $5)
  AND (v.asked_by = $1
       OR EXISTS (SELECT 1 FROM account AS a
                  JOIN duty AS d ON d.account_id = a.id
                  WHERE a.login = $1 AND (d.store_id = 0 OR d.store_id = v.store_id)))
ORDER BY v.id
