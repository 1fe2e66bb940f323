-- Minutes of treatments of a window by the role of those who did them, each person once a treatment: from begin to end where that is
-- from 1 minute to 10 hours, else what the project usually takes.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: role text
-- column: minutes int
WITH work AS (
    SELECT t.id, t.doctor_id AS staff_id FROM treatment AS t
    WHERE t.store_id = $1 AND t.day >= $2 AND t.day < $3 AND t.doctor_id IS NOT NULL AND t.status <> 'entered-in-error'
    UNION
    SELECT t.id, t.nurse_id FROM treatment AS t
    WHERE t.store_id = $1 AND t.day >= $2 AND t.day < $3 AND t.nurse_id IS NOT NULL AND t.status <> 'entered-in-error'
    UNION
    SELECT t.id, h.staff_id FROM treatment AS t
    JOIN treatment_hand AS h ON h.store_id = t.store_id AND h.treatment_id = t.id
    WHERE t.store_id = $1 AND t.day >= $2 AND t.day < $3 AND t.status <> 'entered-in-error'
)
SELECT s.role, CAST(SUM(CASE WHEN t.ended_at - t.started_at >= 60 AND t.ended_at - t.started_at <= 36000
                             THEN (t.ended_at - t.started_at) / 60 ELSE COALESCE(p.minutes, 30) END) AS BIGINT) AS minutes
FROM work AS w
JOIN treatment AS t ON t.store_id = $1 AND t.id = w.id
JOIN staff AS s ON s.id = w.staff_id
JOIN project AS p ON p.id = t.project_id
GROUP BY s.role
ORDER BY s.role
