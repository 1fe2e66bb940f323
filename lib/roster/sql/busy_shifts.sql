-- The shifts of those people in the months that the window touches, in whatever store.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- param: doctor_id int
-- param: nurse_id int
-- param: booked bool
-- param: month_from day
-- param: month_to day
-- column: staff_id int
-- column: store_id int
-- column: store text
-- column: day day
-- column: starts_at moment
-- column: ends_at moment
WITH
-- include: busy_people.part
SELECT h.staff_id, h.store_id, t.code AS store, h.day, h.starts_at, h.ends_at
FROM people AS k
CROSS JOIN shift AS h -- SQLite keeps this order, and would otherwise read all shifts
JOIN store AS t ON t.id = h.store_id
WHERE h.staff_id = k.id AND h.day >= CAST($7 AS BIGINT) AND h.day < CAST($8 AS BIGINT)
ORDER BY h.starts_at, h.store_id
