-- What takes the people, rooms and machines of a store, and a client, in a window of days: bookings that stand, here and, where a
-- person or the client is concerned, in other stores.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- param: doctor_id int
-- param: nurse_id int
-- param: booked bool
-- param: client_id int
-- column: store_id int
-- column: code text
-- column: client_id int
-- column: project_id int
-- column: doctor_id int
-- column: nurse_id int
-- column: room text
-- column: device text
-- column: starts_at moment
-- column: ends_at moment
WITH
-- include: busy_people.part
, booked AS (
    SELECT a.store_id, a.code, a.client_id, a.project_id, a.doctor_id, a.nurse_id, a.room, a.device, a.starts_at, a.ends_at, a.status
    FROM appointment AS a
    WHERE a.store_id = $1 AND a.day >= $2 - 1 AND a.day < $3 + 1
    UNION ALL
    SELECT a.store_id, a.code, a.client_id, a.project_id, a.doctor_id, a.nurse_id, a.room, a.device, a.starts_at, a.ends_at, a.status
    FROM people AS k JOIN appointment AS a ON a.doctor_id = k.id AND a.day >= $2 - 1 AND a.day < $3 + 1
    WHERE a.store_id <> $1
    UNION ALL
    SELECT a.store_id, a.code, a.client_id, a.project_id, a.doctor_id, a.nurse_id, a.room, a.device, a.starts_at, a.ends_at, a.status
    FROM people AS k JOIN appointment AS a ON a.nurse_id = k.id AND a.day >= $2 - 1 AND a.day < $3 + 1
    WHERE a.store_id <> $1
    UNION ALL
    SELECT a.store_id, a.code, a.client_id, a.project_id, a.doctor_id, a.nurse_id, a.room, a.device, a.starts_at, a.ends_at, a.status
    FROM appointment AS a
    WHERE a.client_id = CAST($7 AS BIGINT) AND a.day >= $2 - 1 AND a.day < $3 + 1 AND a.store_id <> $1)
SELECT b.store_id, b.code, b.client_id, b.project_id, b.doctor_id, b.nurse_id, b.room, b.device, b.starts_at, b.ends_at
FROM booked AS b
WHERE b.status = 'pending' OR b.status = 'booked' OR b.status = 'arrived' OR b.status = 'checked-in' OR b.status = 'fulfilled'
ORDER BY b.starts_at, b.store_id, b.code
