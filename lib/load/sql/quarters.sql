-- How many came to a store in each quarter of an hour of a window in which any did.
-- param: store_id int
-- param: from_day day
-- param: to_day day
-- column: at moment
-- column: clients int
SELECT arrived_at / 900 * 900 AS at, COUNT(*) AS clients
FROM visit
WHERE store_id = $1 AND day >= $2 AND day < $3
  AND status <> 'planned' AND status <> 'cancelled' AND status <> 'entered-in-error'
GROUP BY arrived_at / 900
ORDER BY arrived_at / 900
