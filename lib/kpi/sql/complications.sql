-- Treatments of a window and those with a confirmed complication within the project's horizon; staff is the doctor.
-- param: from day
-- param: to day
-- param: store_id int
-- param: by_store bool
-- param: by_month bool
-- param: by_channel bool
-- param: staff_id int
-- param: by_staff bool
-- param: horizon int
-- param: today day
-- column: store text
-- column: month text
-- column: channel text
-- column: staff text
-- column: complicated int
-- column: treatments int
-- column: maturing int
WITH given AS (
    SELECT t.store_id, t.id, t.client_id, t.doctor_id, t.day,
           t.day + COALESCE(j.horizon_days, CAST($9 AS BIGINT)) AS until
    FROM treatment AS t
    JOIN project AS j ON j.id = t.project_id
    WHERE t.day >= $1 AND t.day < $2 AND (CAST($3 AS BIGINT) IS NULL OR t.store_id = $3)
      AND (CAST($7 AS BIGINT) IS NULL OR t.doctor_id = $7)
      AND t.status IN ('in-progress', 'completed', 'stopped')),
complicated AS (
    SELECT DISTINCT g.store_id, g.id
    FROM given AS g
    JOIN adverse AS a ON a.store_id = g.store_id AND a.treatment_id = g.id
                     AND a.day >= g.day AND a.day <= g.until
    WHERE a.confirmed = 1 AND a.state <> 'entered-in-error')
SELECT CASE WHEN CAST($4 AS BIGINT) = 1 THEN s.code END AS store,
       CASE WHEN CAST($5 AS BIGINT) = 1 THEN d.month END AS month,
       CASE WHEN CAST($6 AS BIGINT) = 1 THEN h.code END AS channel,
       CASE WHEN CAST($8 AS BIGINT) = 1 THEN p.code END AS staff,
       COUNT(x.id) AS complicated, COUNT(*) AS treatments,
       COUNT(*) FILTER (WHERE x.id IS NULL AND g.until >= CAST($10 AS BIGINT)) AS maturing
FROM given AS g
JOIN client AS c ON c.id = g.client_id AND c.class = 'client'
JOIN channel AS h ON h.id = c.channel_id
JOIN store AS s ON s.id = g.store_id
JOIN calendar AS d ON d.day = g.day
LEFT JOIN staff AS p ON p.id = g.doctor_id
LEFT JOIN complicated AS x ON x.store_id = g.store_id AND x.id = g.id
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4
