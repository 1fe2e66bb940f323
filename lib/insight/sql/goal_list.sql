-- Goals, of a store or of all and the chain, whose period lies in a window.
-- param: store_id int
-- param: metric text
-- param: from day
-- param: to day
-- column: store text
-- column: metric text
-- column: period text
-- column: from_on day
-- column: amount_fen fen
-- column: number int
-- column: share share
-- column: note text
SELECT s.code AS store, g.metric, g.period, g.from_on, g.amount_fen, g.number, g.share * 1000 AS share, g.note
FROM goal AS g
JOIN store AS s ON s.id = g.store_id
WHERE (CAST($1 AS BIGINT) IS NULL OR g.store_id = $1) AND (CAST($2 AS TEXT) IS NULL OR g.metric = $2)
  AND (CAST($3 AS BIGINT) IS NULL OR g.from_on >= $3) AND (CAST($4 AS BIGINT) IS NULL OR g.from_on < $4)
ORDER BY g.from_on, s.code, g.metric, g.period
