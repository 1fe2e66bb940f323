-- How many clients are booked in a store on each day of a window.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: day day
-- column: clients int
SELECT day, COUNT(DISTINCT client_id) AS clients
FROM appointment
WHERE store_id = $1 AND day >= $2 AND day < $3
  AND (status = 'pending' OR status = 'booked' OR status = 'arrived' OR status = 'checked-in' OR status = 'fulfilled')
GROUP BY day
ORDER BY day
