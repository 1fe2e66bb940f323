-- As visit.sql, of all days of a store or many of them: read as the tables lie, since looking up each row behind an index costs more.
-- param: store_id int
-- param: from day
-- param: to day
-- column: day day
-- column: client_id int
-- column: source int
-- column: at moment
-- column: id int
-- column: touch int
-- column: consultant int
-- column: doctor int
-- column: project int
-- column: minutes int
SELECT v.day AS day, v.client_id AS client_id, 0 AS source, v.arrived_at AS at, v.id AS id, v.channel_id AS touch,
       v.consultant_id AS consultant, v.doctor_id AS doctor, CAST(NULL AS BIGINT) AS project,
       (v.seen_at - v.arrived_at) / 60 AS minutes
FROM visit AS v
WHERE v.store_id = $1 AND +v.day >= $2 AND +v.day < $3
  AND v.status IN ('arrived', 'triaged', 'in-progress', 'onleave', 'finished')
UNION ALL
SELECT a.day, a.client_id, 1, a.starts_at, a.id, NULL, NULL, a.doctor_id, a.project_id, NULL
FROM appointment AS a
WHERE a.store_id = $1 AND +a.day >= $2 AND +a.day < $3 AND a.status IN ('arrived', 'checked-in', 'fulfilled')
UNION ALL
SELECT t.day, t.client_id, 2, t.started_at, t.id, NULL, NULL, t.doctor_id, t.project_id, NULL
FROM treatment AS t
WHERE t.store_id = $1 AND +t.day >= $2 AND +t.day < $3 AND t.status IN ('in-progress', 'completed', 'stopped')
