-- A visit of a client that has not ended, of a day.
-- param: store_id int
-- param: client_id int
-- param: day day
-- column: code text
SELECT v.code
FROM visit AS v
JOIN client AS c ON c.id = v.client_id
WHERE v.store_id = $1 AND COALESCE(c.merged_into, c.id) = $2 AND v.day = $3
  AND (v.status = 'arrived' OR v.status = 'triaged' OR v.status = 'in-progress' OR v.status = 'onleave')
ORDER BY v.id LIMIT 1
