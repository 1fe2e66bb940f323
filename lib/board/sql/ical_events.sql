-- The shifts of a window of days with what calendars were told of them, and what was told and is no more.
-- param: store_id int
-- param: staff text
-- param: from_day day
-- param: to_day day
-- param: today day
-- column: store_id int
-- column: staff_id int
-- column: staff text
-- column: name text
-- column: day day
-- column: number int
-- column: starts_at moment
-- column: ends_at moment
-- column: shift text
-- column: uid text
-- column: sequence int
-- column: changed_at moment
-- column: same bool
-- column: cancelled bool
WITH those AS MATERIALIZED (
    SELECT h.store_id, h.staff_id, h.day,
           ROW_NUMBER() OVER (PARTITION BY h.store_id, h.staff_id, h.day ORDER BY h.starts_at) AS number,
           h.starts_at, h.ends_at, h.code
    FROM shift AS h
    WHERE h.day >= CAST($3 AS BIGINT) AND h.day < CAST($4 AS BIGINT) AND (CAST($1 AS BIGINT) IS NULL OR h.store_id = $1)
      AND (CAST($2 AS TEXT) IS NULL OR h.staff_id = (SELECT x.id FROM staff AS x WHERE x.code = $2)))
SELECT t.store_id, t.staff_id, p.code AS staff, p.name, t.day, t.number, t.starts_at, t.ends_at, t.code AS shift, e.uid, e.sequence,
       e.changed_at,
       CASE WHEN e.state = 'confirmed' AND e.starts_at = t.starts_at AND e.ends_at = t.ends_at AND e.shift IS NOT DISTINCT FROM t.code
            THEN 1 ELSE 0 END AS same,
       0 AS cancelled
FROM those AS t
JOIN staff AS p ON p.id = t.staff_id
LEFT JOIN calendar_entry AS e ON e.store_id = t.store_id AND e.staff_id = t.staff_id AND e.day = t.day AND e.number = t.number
UNION ALL
SELECT e.store_id, e.staff_id, p.code AS staff, p.name, e.day, e.number, e.starts_at, e.ends_at, e.shift, e.uid, e.sequence, e.changed_at,
       CASE WHEN e.state = 'cancelled' THEN 1 ELSE 0 END AS same, 1 AS cancelled
FROM calendar_entry AS e
JOIN staff AS p ON p.id = e.staff_id
WHERE e.day >= CAST($3 AS BIGINT) AND e.day < CAST($4 AS BIGINT) AND e.day >= CAST($5 AS BIGINT)
  AND (CAST($1 AS BIGINT) IS NULL OR e.store_id = $1) AND (CAST($2 AS TEXT) IS NULL OR p.code = $2)
  AND NOT EXISTS (SELECT 1 FROM those AS t
                  WHERE t.store_id = e.store_id AND t.staff_id = e.staff_id AND t.day = e.day AND t.number = e.number)
ORDER BY 7, 1, 3, 6
