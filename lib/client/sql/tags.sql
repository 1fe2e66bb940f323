-- Tags of clients: those that stand, or all that ever were.
-- param: client text
-- param: tag text
-- param: history bool
-- param: today day
-- column: client text
-- column: tag text
-- column: source text
-- column: from_on day
-- column: to_on day
SELECT c.code AS client, t.tag AS tag, t.source AS source, t.from_on AS from_on, t.to_on AS to_on
FROM client_tag AS t
JOIN client AS c ON c.id = t.client_id
WHERE (CAST($1 AS TEXT) IS NULL OR c.code = $1) AND (CAST($2 AS TEXT) IS NULL OR t.tag = $2)
  AND (CAST($3 AS BIGINT) = 1 OR t.to_on IS NULL OR t.to_on > $4)
ORDER BY c.code, t.tag, t.from_on
