-- What was spent on channels, day by day.
-- param: store_id int
-- param: channel text
-- param: from day
-- param: to day
-- column: store text
-- column: channel text
-- column: day day
-- column: purpose text
-- column: amount_fen fen
-- column: note text
SELECT s.code AS store, c.code AS channel, x.day, x.purpose, x.amount_fen, x.note
FROM spend AS x
JOIN store AS s ON s.id = x.store_id
JOIN channel AS c ON c.id = x.channel_id
WHERE (CAST($1 AS BIGINT) IS NULL OR x.store_id = $1) AND (CAST($2 AS TEXT) IS NULL OR c.code = $2)
  AND (CAST($3 AS BIGINT) IS NULL OR x.day >= $3) AND (CAST($4 AS BIGINT) IS NULL OR x.day < $4)
ORDER BY x.day, s.code, c.code, x.purpose
