-- The booking of a client in a store on a day that is nearest to a moment: of those to come if $5 is 0, else of those arrived.
-- param: store_id int
-- param: client_id int
-- param: day day
-- param: at moment
-- param: arrived bool
-- column: code text
-- column: status text
SELECT a.code, a.status
FROM appointment AS a
WHERE a.client_id = $2 AND a.day = $3 AND a.store_id = $1
  AND CASE WHEN CAST($5 AS BIGINT) = 0 THEN CASE WHEN a.status = 'pending' OR a.status = 'booked' THEN 1 ELSE 0 END
           ELSE CASE WHEN a.status = 'arrived' OR a.status = 'checked-in' THEN 1 ELSE 0 END END = 1
ORDER BY CASE WHEN a.starts_at > CAST($4 AS BIGINT) THEN a.starts_at - CAST($4 AS BIGINT) ELSE CAST($4 AS BIGINT) - a.starts_at END,
         a.id
LIMIT 1
