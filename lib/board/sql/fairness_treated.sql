-- The minutes that people treated in a window of days: as doctor or nurse, or with a part of it. A share of the work (thousandths) is
-- that share of the minutes, and what is left is the doctor's.
-- param: from_day day
-- param: to_day day
-- column: staff_id int
-- column: minutes int
WITH those AS MATERIALIZED (
    SELECT t.store_id, t.id, t.doctor_id, t.nurse_id, (t.ended_at - t.started_at) / 60 AS minutes
    FROM store AS s
    CROSS JOIN treatment AS t -- SQLite keeps this order, and so goes by store and day
    WHERE t.store_id = s.id AND t.day >= CAST($1 AS BIGINT) AND t.day < CAST($2 AS BIGINT) AND t.ended_at > t.started_at
      AND t.status <> 'entered-in-error'),
hands AS MATERIALIZED (
    SELECT t.store_id, t.id, h.staff_id, t.doctor_id, MAX(t.minutes * COALESCE(h.share, 1000) / 1000) AS minutes,
           MAX(COALESCE(h.share, 0)) AS share
    FROM those AS t JOIN treatment_hand AS h ON h.store_id = t.store_id AND h.treatment_id = t.id
    GROUP BY t.store_id, t.id, h.staff_id, t.doctor_id),
parts AS (
    SELECT h.staff_id, h.minutes FROM hands AS h
    UNION ALL
    SELECT t.doctor_id AS staff_id,
           t.minutes * (1000 - COALESCE((SELECT CAST(SUM(h.share) AS BIGINT) FROM hands AS h WHERE h.store_id = t.store_id AND h.id = t.id), 0)) / 1000
    FROM those AS t
    WHERE t.doctor_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM hands AS h WHERE h.store_id = t.store_id AND h.id = t.id AND h.staff_id = t.doctor_id)
    UNION ALL
    SELECT t.nurse_id AS staff_id, t.minutes
    FROM those AS t
    WHERE t.nurse_id IS NOT NULL AND t.nurse_id IS DISTINCT FROM t.doctor_id
      AND NOT EXISTS (SELECT 1 FROM hands AS h WHERE h.store_id = t.store_id AND h.id = t.id AND h.staff_id = t.nurse_id))
SELECT staff_id, CAST(SUM(minutes) AS BIGINT) AS minutes FROM parts WHERE minutes > 0 GROUP BY staff_id ORDER BY staff_id
