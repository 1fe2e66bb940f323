-- The last word of a client on a purpose and a way, and whether they are there at all.
-- param: client_id int
-- param: purpose text
-- param: way text
-- param: moment moment
-- column: forgotten_on day
-- column: given bool
-- column: until day
-- column: at moment
SELECT c.forgotten_on AS forgotten_on, k.given AS given, k.until AS until, k.at AS at
FROM client AS c
LEFT JOIN consent AS k ON k.client_id = $1 AND k.id = (
    SELECT id
    FROM consent
    WHERE client_id = $1 AND purpose = $2 AND (way = $3 OR way = 'any') AND at <= $4
    ORDER BY at DESC, given
    LIMIT 1)
WHERE c.id = $1
