-- Goals whose period has a day in it.
-- param: store_id int
-- param: day day
-- column: store_id int
-- column: store text
-- column: metric text
-- column: period text
-- column: from_on day
-- column: amount_fen fen
-- column: number int
-- column: share int
SELECT g.store_id, s.code AS store, g.metric, g.period, g.from_on, g.amount_fen, g.number, g.share
FROM goal AS g
JOIN store AS s ON s.id = g.store_id
WHERE (CAST($1 AS BIGINT) IS NULL OR g.store_id = $1) AND g.from_on <= $2
  AND g.from_on > CAST($2 AS BIGINT) - CASE WHEN g.period = 'month' THEN 31 WHEN g.period = 'quarter' THEN 92 ELSE 366 END
ORDER BY g.period, s.code, g.metric, g.from_on
