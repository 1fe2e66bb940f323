-- The entries of the log that wrote rows, with these.
-- param: store_id int
-- param: from moment
-- param: to moment
-- param: actor text
-- param: tool text
-- param: verb text
-- param: entry int
-- column: store text
-- column: entry int
-- column: at moment
-- column: actor text
-- column: verb text
-- column: changes text
SELECT s.code AS store, l.seq AS entry, l.at, l.actor, l.verb, l.changes
FROM log AS l
JOIN store AS s ON s.id = l.store_id
WHERE l.changes IS NOT NULL
  AND (CAST($1 AS BIGINT) IS NULL OR l.store_id = $1)
  AND (CAST($2 AS BIGINT) IS NULL OR l.at >= $2)
  AND (CAST($3 AS BIGINT) IS NULL OR l.at < $3)
  AND (CAST($4 AS TEXT) IS NULL OR l.actor = $4)
  AND (CAST($5 AS TEXT) IS NULL OR l.tool = $5)
  AND (CAST($6 AS TEXT) IS NULL OR l.verb = $6)
  AND (CAST($7 AS BIGINT) IS NULL OR l.seq = $7)
ORDER BY l.at, l.store_id, l.seq
