-- What treatments that are booked will use of an item in a store, day by day.
-- param: item_id int
-- param: store_id int
-- param: today day
-- column: day day
-- column: quantity int
SELECT a.day, CAST(SUM(k.quantity) AS BIGINT) AS quantity
FROM kit AS k
JOIN appointment AS a ON a.project_id = k.project_id
WHERE k.item_id = $1 AND a.store_id = $2 AND a.day >= $3
  AND (a.status = 'booked' OR a.status = 'pending' OR a.status = 'arrived' OR a.status = 'checked-in')
GROUP BY a.day
ORDER BY a.day
