-- Whose time a store may take in a window of days, with what they are on its first day.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- param: doctor_id int
-- param: nurse_id int
-- param: booked bool
-- column: id int
-- column: code text
-- column: role text
-- column: store_id int
-- column: store text
-- column: hired_on day
-- column: left_on day
WITH
-- include: busy_people.part
SELECT s.id, s.code,
       COALESCE((SELECT p.role FROM post AS p
                 WHERE p.staff_id = s.id AND p.from_on <= $2 AND (p.to_on IS NULL OR p.to_on > $2)
                 ORDER BY p.from_on DESC LIMIT 1), s.role) AS role,
       s.store_id, t.code AS store, s.hired_on, s.left_on
FROM people AS k
JOIN staff AS s ON s.id = k.id
LEFT JOIN store AS t ON t.id = s.store_id
ORDER BY s.code
