-- How many clients came to a store on each day of a window on which any did.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: day day
-- column: clients int
SELECT day, COUNT(DISTINCT client_id) AS clients
FROM visit
WHERE store_id = $1 AND day >= $2 AND day < $3
  AND status <> 'planned' AND status <> 'cancelled' AND status <> 'entered-in-error'
GROUP BY day
ORDER BY day
