-- Treatments that a store gave on days from … until, with what became of them since. That is found by its keys (AS k), as in
-- order-days.sql.
-- param: store_id int
-- param: from day
-- param: to day
-- param: horizon int
-- column: day day
-- column: client_id int
-- column: project int
-- column: doctor int
-- column: nurse int
-- column: consultant int
-- column: quantity int
-- column: recognised_fen fen
-- column: cost_fen fen
-- column: minutes int
-- column: complicated bool
-- column: horizon_on day
-- column: judged bool
-- column: satisfied bool
-- column: followed bool
SELECT g.day AS day, g.client_id AS client_id, g.project_id AS project, g.doctor_id AS doctor, g.nurse_id AS nurse,
       g.consultant_id AS consultant, g.quantity AS quantity, g.recognised_fen AS recognised_fen, g.cost_fen AS cost_fen,
       CASE WHEN g.minutes > 0 THEN g.minutes ELSE 0 END AS minutes,
       CASE WHEN EXISTS (
           SELECT 1 FROM adverse AS k JOIN adverse AS a ON a.store_id = k.store_id AND a.id = k.id
           WHERE k.store_id = g.store_id AND k.treatment_id = g.id AND a.confirmed = 1 AND a.state <> 'entered-in-error'
             AND a.day >= g.day AND a.day <= g.horizon_on) THEN 1 ELSE 0 END AS complicated,
       g.horizon_on AS horizon_on,
       CASE WHEN g.score IS NULL THEN 0 ELSE 1 END AS judged,
       CASE WHEN g.score >= 4 THEN 1 ELSE 0 END AS satisfied,
       CASE WHEN EXISTS (
           SELECT 1 FROM followup AS k JOIN followup AS f ON f.store_id = k.store_id AND f.id = k.id
           WHERE k.store_id = g.store_id AND k.treatment_id = g.id AND f.outcome = 'answered') THEN 1 ELSE 0 END AS followed
FROM (
    SELECT t.store_id, t.id, t.day, t.client_id, t.project_id, t.doctor_id, t.nurse_id, v.consultant_id, t.quantity,
           t.recognised_fen, (t.ended_at - t.started_at) / 60 AS minutes,
           (SELECT CAST(SUM(i.cost_fen) AS BIGINT) FROM treatment_item AS k
            JOIN treatment_item AS i ON i.store_id = k.store_id AND i.id = k.id
            WHERE k.store_id = t.store_id AND k.treatment_id = t.id) AS cost_fen,
           t.day + COALESCE(j.horizon_days, CAST($4 AS BIGINT)) AS horizon_on,
           (SELECT e.score FROM evaluation AS k JOIN evaluation AS e ON e.store_id = k.store_id AND e.id = k.id
            WHERE k.store_id = t.store_id AND k.treatment_id = t.id AND e.rater = 'client'
            ORDER BY e.at DESC, e.id DESC LIMIT 1) AS score
    FROM treatment AS t
    JOIN project AS j ON j.id = t.project_id
    LEFT JOIN visit AS v ON v.store_id = t.store_id AND v.id = t.visit_id AND v.day = t.day
    WHERE t.store_id = $1 AND t.day >= $2 AND t.day < $3 AND t.status IN ('in-progress', 'completed', 'stopped')) AS g
