-- Of a store's bookings of a window that had a client's time: for how many the client came, and for how many not.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: came int
-- column: missed int
SELECT COUNT(*) FILTER (WHERE status = 'arrived' OR status = 'checked-in' OR status = 'fulfilled') AS came,
       COUNT(*) FILTER (WHERE status = 'noshow' OR status = 'cancelled') AS missed
FROM appointment
WHERE store_id = $1 AND day >= $2 AND day < $3
