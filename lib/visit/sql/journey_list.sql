-- The visits of a store on a day, with how long each waited or has been waiting, in minutes.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- param: open bool
-- param: as_of moment
-- column: store text
-- column: code text
-- column: client text
-- column: arrived_at moment
-- column: seen_at moment
-- column: left_at moment
-- column: waited_minutes int
-- column: purpose text
-- column: status text
-- column: channel text
-- column: consultant text
-- column: doctor text
SELECT s.code AS store, v.code, c.code AS client, v.arrived_at, v.seen_at, v.left_at,
       CASE WHEN v.seen_at IS NOT NULL THEN (v.seen_at - v.arrived_at) / 60
            WHEN v.status = 'arrived' OR v.status = 'triaged' THEN (CAST($5 AS BIGINT) - v.arrived_at) / 60
       END AS waited_minutes,
       v.purpose, v.status, h.code AS channel, k.code AS consultant, d.code AS doctor
FROM visit AS v
JOIN store AS s ON s.id = v.store_id
JOIN client AS c ON c.id = v.client_id
LEFT JOIN channel AS h ON h.id = v.channel_id
LEFT JOIN staff AS k ON k.id = v.consultant_id
LEFT JOIN staff AS d ON d.id = v.doctor_id
WHERE (CAST($1 AS BIGINT) IS NULL OR v.store_id = $1) AND v.day >= $2 AND v.day <= $3
  AND ($4 = 0 OR v.status = 'arrived' OR v.status = 'triaged' OR v.status = 'in-progress' OR v.status = 'onleave')
ORDER BY v.arrived_at, v.store_id, v.id
