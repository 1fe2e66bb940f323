-- What a day begins with: bookings and follow-ups, by store.
-- param: store_id int
-- param: today day
-- param: now moment
-- column: place int
-- column: section text
-- column: item text
-- column: store text
-- column: count int
WITH booked AS (
    SELECT a.store_id, a.client_id FROM appointment AS a
    JOIN client AS c ON c.id = a.client_id AND c.class = 'client'
    WHERE a.day = $2 AND a.status IN ('booked', 'pending', 'arrived', 'checked-in', 'fulfilled')
      AND (CAST($1 AS BIGINT) IS NULL OR a.store_id = $1)),
open_task AS (
    SELECT t.store_id, t.day, t.until_at, t.grade FROM task AS t
    WHERE t.state = 'open' AND t.day <= CAST($2 AS BIGINT) AND (CAST($1 AS BIGINT) IS NULL OR t.store_id = $1)),
line (place, section, item, store_id, count) AS (
    SELECT 1, 'bookings', 'booked', store_id, COUNT(*) FROM booked GROUP BY store_id
    UNION ALL
    SELECT 2, 'bookings', 'first_visits', b.store_id, COUNT(*) FROM booked AS b
    WHERE NOT EXISTS (SELECT 1 FROM visit AS v
                      WHERE v.client_id = b.client_id AND v.day < CAST($2 AS BIGINT)
                        AND v.status IN ('arrived', 'triaged', 'in-progress', 'onleave', 'finished'))
    GROUP BY b.store_id
    UNION ALL
    SELECT 3, 'bookings', 'high_value', b.store_id, COUNT(*) FROM booked AS b
    JOIN client_segment AS g ON g.id = b.client_id AND g.segment = 'high-value'
    GROUP BY b.store_id
    UNION ALL
    SELECT 4, 'followups', 'urgent', store_id, COUNT(*) FROM open_task WHERE grade >= 3 GROUP BY store_id
    UNION ALL
    SELECT 5, 'followups', 'overdue', store_id, COUNT(*) FROM open_task WHERE until_at < CAST($3 AS BIGINT) GROUP BY store_id
    UNION ALL
    SELECT 6, 'followups', 'due', store_id, COUNT(*) FROM open_task WHERE until_at >= CAST($3 AS BIGINT) GROUP BY store_id)
SELECT l.place, l.section, l.item, s.code AS store, l.count
FROM line AS l
JOIN store AS s ON s.id = l.store_id
ORDER BY l.place, s.code
