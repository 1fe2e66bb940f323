-- The tags that a client has.
-- param: client_id int
-- param: today day
-- column: tag text
-- column: source text
-- column: from_on day
SELECT tag, source, from_on
FROM client_tag
WHERE client_id = $1 AND (to_on IS NULL OR to_on > $2)
ORDER BY tag, from_on
