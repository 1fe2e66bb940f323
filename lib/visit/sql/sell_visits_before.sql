-- How often a client had come before a day, in the whole chain.
-- param: client_id int
-- param: day day
-- column: visits int
SELECT COUNT(*) AS visits
FROM visit AS v
JOIN client AS c ON c.id = v.client_id
WHERE (c.id = $1 OR c.merged_into = $1) AND v.day < $2
  AND v.status <> 'cancelled' AND v.status <> 'entered-in-error' AND v.status <> 'planned'
