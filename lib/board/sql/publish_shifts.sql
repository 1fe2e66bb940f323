-- The shifts of a roster's people in a window of days, with the roster that published each.
-- param: store_id int
-- param: roster_id int
-- param: from_day day
-- param: to_day day
-- column: staff_id int
-- column: staff text
-- column: store_id int
-- column: id int
-- column: day day
-- column: starts_at moment
-- column: ends_at moment
-- column: code text
-- column: role text
-- column: minutes int
-- column: of_id int
-- column: of_store text
-- column: roster text
WITH people AS MATERIALIZED (SELECT DISTINCT c.staff_id FROM roster_cell AS c WHERE c.store_id = $1 AND c.roster_id = $2)
SELECT h.staff_id, p.code AS staff, h.store_id, h.id, h.day, h.starts_at, h.ends_at, h.code, h.role, h.minutes, h.of_id, o.code AS of_store,
       h.roster
FROM people AS k
CROSS JOIN shift AS h -- SQLite keeps this order, and would otherwise read all shifts
JOIN staff AS p ON p.id = h.staff_id
LEFT JOIN store AS o ON o.id = h.of_id
WHERE h.staff_id = k.staff_id AND h.day >= CAST($3 AS BIGINT) AND h.day < CAST($4 AS BIGINT)
ORDER BY h.staff_id, h.starts_at, h.store_id
