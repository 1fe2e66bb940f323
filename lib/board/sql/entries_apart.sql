-- Where entries and shifts of some people in a window of days are not the same: a shift without its entry, or another than it says; an
-- entry without its shift (starts_at NULL).
-- param: roster_store_id int
-- param: roster_id int
-- param: staff_id int
-- param: from_day day
-- param: to_day day
-- param: store_id int
-- column: store_id int
-- column: staff_id int
-- column: day day
-- column: number int
-- column: starts_at moment
-- column: ends_at moment
-- column: shift text
-- column: id int
WITH
-- include: entries_people.part
, those AS MATERIALIZED (
    SELECT h.store_id, h.staff_id, h.day,
           ROW_NUMBER() OVER (PARTITION BY h.store_id, h.staff_id, h.day ORDER BY h.starts_at) AS number,
           h.starts_at, h.ends_at, h.code
    FROM people AS k CROSS JOIN shift AS h -- SQLite keeps this order, and would otherwise read all shifts
    WHERE h.staff_id = k.staff_id AND h.day >= CAST($4 AS BIGINT) AND h.day < CAST($5 AS BIGINT)
      AND (CAST($6 AS BIGINT) IS NULL OR h.store_id = $6))
SELECT t.store_id, t.staff_id, t.day, t.number, t.starts_at, t.ends_at, t.code AS shift, e.id
FROM those AS t
LEFT JOIN calendar_entry AS e ON e.store_id = t.store_id AND e.staff_id = t.staff_id AND e.day = t.day AND e.number = t.number
WHERE e.id IS NULL OR e.state <> 'confirmed' OR e.starts_at <> t.starts_at OR e.ends_at <> t.ends_at
      OR e.shift IS DISTINCT FROM t.code
UNION ALL
SELECT e.store_id, e.staff_id, e.day, e.number, NULL AS starts_at, NULL AS ends_at, NULL AS shift, e.id
FROM people AS k CROSS JOIN calendar_entry AS e
WHERE e.staff_id = k.staff_id AND e.day >= CAST($4 AS BIGINT) AND e.day < CAST($5 AS BIGINT) AND e.state = 'confirmed'
      AND (CAST($6 AS BIGINT) IS NULL OR e.store_id = $6)
      AND NOT EXISTS (SELECT 1 FROM those AS t
                      WHERE t.store_id = e.store_id AND t.staff_id = e.staff_id AND t.day = e.day AND t.number = e.number)
ORDER BY 1, 2, 3, 4
