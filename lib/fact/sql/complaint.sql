-- Complaints of a store opened on days from … until; the same client, category and treatment within 7 days before is the same one.
-- param: store_id int
-- param: from day
-- param: to day
-- column: day day
-- column: client_id int
-- column: category text
-- column: doctor int
-- column: project int
-- column: state text
-- column: severity int
-- column: answered_minutes int
-- column: answered bool
-- column: in_time bool
SELECT k.day AS day, k.client_id AS client_id, k.category AS category, t.doctor_id AS doctor, t.project_id AS project,
       k.state AS state, k.severity AS severity,
       CASE WHEN k.responded_at IS NULL THEN -1
            WHEN k.responded_at - k.paused_s <= k.opened_at THEN 0
            ELSE (k.responded_at - k.paused_s - k.opened_at) / 60 END AS answered_minutes,
       CASE WHEN k.responded_at IS NULL THEN 0 ELSE 1 END AS answered,
       CASE WHEN k.responded_at - k.paused_s - k.opened_at <= 86400 THEN 1 ELSE 0 END AS in_time
FROM complaint AS k
LEFT JOIN treatment AS t ON t.store_id = k.store_id AND t.id = k.treatment_id
WHERE k.store_id = $1 AND k.day >= $2 AND k.day < $3
  AND NOT EXISTS (
      SELECT 1 FROM complaint AS o
      WHERE o.client_id = k.client_id AND o.day >= k.day - 7 AND o.day <= k.day AND o.store_id = k.store_id
        AND o.category = k.category AND o.treatment_id IS NOT DISTINCT FROM k.treatment_id
        AND (o.opened_at < k.opened_at OR (o.opened_at = k.opened_at AND o.id < k.id)))
