-- Puts an entry behind the last one of a store's log: entries are numbered from 1 without gaps.
-- param: store_id int
-- param: at moment
-- param: actor text
-- param: tool text
-- param: verb text
-- param: subject text
-- param: detail text
INSERT INTO log (store_id, seq, at, actor, tool, verb, subject, detail, sets, run, hash)
SELECT CAST($1 AS BIGINT), COALESCE(max(seq), 0) + 1, CAST($2 AS BIGINT), CAST($3 AS TEXT),
       CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS TEXT),
       '', '', CAST('' AS BLOB)
FROM log
WHERE store_id = $1
