-- The clients whose consent to a purpose stands: the last word on it was one, and its last day has not passed.
-- param: purpose text
-- param: now moment
-- param: today day
-- column: client_id int
SELECT DISTINCT k.client_id AS client_id
FROM consent AS k
JOIN client AS c ON c.id = k.client_id AND c.forgotten_on IS NULL
WHERE k.purpose = $1 AND k.way = 'any' AND k.given = 1 AND k.at <= $2 AND (k.until IS NULL OR k.until >= $3)
  AND NOT EXISTS (
    SELECT 1 FROM consent AS l
    WHERE l.client_id = k.client_id AND l.purpose = k.purpose AND l.way = 'any' AND l.at > k.at AND l.at <= $2)
ORDER BY k.client_id
