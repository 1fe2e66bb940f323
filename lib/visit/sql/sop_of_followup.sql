-- Facts of the SOP about the contacts after a treatment: somebody of the clinic called or wrote, a follow-up reached the
-- client, or they were seen, within three days, four to twenty, three to ten weeks; and the client came back.
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- param: visit_id int
-- column: store_id int
-- column: treatment_id int
-- column: staff_id int
-- column: day moment
-- column: week moment
-- column: month moment
-- column: back moment
WITH given AS (
    SELECT t.store_id, t.id AS treatment_id, t.client_id, t.day, COALESCE(t.ended_at, t.started_at) AS ended_at
    FROM store AS s
    CROSS JOIN treatment AS t
    WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) + 2
      AND t.visit_id IS NOT NULL AND t.status <> 'entered-in-error'
      AND (CAST($3 AS BIGINT) IS NULL OR s.id = CAST($3 AS BIGINT))
  AND (CAST($4 AS BIGINT) IS NULL OR t.visit_id = CAST($4 AS BIGINT))),
contact AS (
    SELECT g.store_id, g.treatment_id, g.ended_at, x.staff_id, x.at, 0 AS came
    FROM given AS g
    JOIN touch AS x ON x.client_id = g.client_id AND x.day >= g.day AND x.day <= g.day + 76 AND x.at >= g.ended_at
      AND x.inbound = 0
      AND (x.kind = 'follow-up' OR x.kind = 'phone' OR x.kind = 'wechat' OR x.kind = 'wecom' OR x.kind = 'home-visit')
    UNION ALL
    SELECT g.store_id, g.treatment_id, g.ended_at, x.staff_id, x.at, 0 AS came
    FROM given AS g
    JOIN followup AS x ON x.client_id = g.client_id AND x.day >= g.day AND x.day <= g.day + 76 AND x.at >= g.ended_at
      AND x.inbound = 0 AND x.outcome = 'answered'
      AND (x.treatment_id IS NULL OR (x.store_id = g.store_id AND x.treatment_id = g.treatment_id))
    UNION ALL
    SELECT g.store_id, g.treatment_id, g.ended_at, COALESCE(v.doctor_id, v.consultant_id) AS staff_id, v.arrived_at AS at,
           1 AS came
    FROM given AS g
    JOIN visit AS v ON v.client_id = g.client_id AND v.day > g.day AND v.day <= g.day + 400
      AND (v.purpose = 'review' OR v.purpose = 'follow-up' OR v.purpose = 'treatment')
      AND v.status <> 'planned' AND v.status <> 'cancelled' AND v.status <> 'entered-in-error')
SELECT store_id, treatment_id, staff_id,
       CASE WHEN at < ended_at + 3 * 86400 THEN at END AS day,
       CASE WHEN at >= ended_at + 4 * 86400 AND at < ended_at + 20 * 86400 THEN at END AS week,
       CASE WHEN at >= ended_at + 21 * 86400 AND at < ended_at + 75 * 86400 THEN at END AS month,
       CASE WHEN came = 1 THEN at END AS back
FROM contact
