-- The balance that a treatment draws on if none is named: of what is left and has not expired, the first to expire.
-- param: store_id int
-- param: client_id int
-- param: project_id int
-- param: day day
-- param: quantity int
-- column: code text
SELECT b.code
FROM prepaid AS b
JOIN client AS c ON c.id = b.client_id
WHERE b.store_id = $1 AND COALESCE(c.merged_into, c.id) = $2 AND b.project_id = $3
  AND (b.expires_on IS NULL OR b.expires_on >= $4)
  AND b.bought - b.used - b.returned >= $5
ORDER BY b.expires_on NULLS LAST, b.sold_on, b.id
LIMIT 1
