-- The leave of those people that reaches into the window.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- param: doctor_id int
-- param: nurse_id int
-- param: booked bool
-- param: from_at moment
-- param: to_at moment
-- column: staff_id int
-- column: from_at moment
-- column: to_at moment
-- column: kind text
WITH
-- include: busy_people.part
SELECT l.staff_id, l.from_at, l.to_at, l.kind
FROM people AS k
CROSS JOIN leave AS l -- in this order, as in busy_shifts
WHERE l.staff_id = k.id AND l.from_at < CAST($8 AS BIGINT) AND l.to_at > CAST($7 AS BIGINT)
ORDER BY l.from_at
