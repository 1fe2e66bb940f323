-- All entries of all chains, each chain in its order.
-- column: store_id int
-- column: seq int
-- column: at moment
-- column: actor text
-- column: tool text
-- column: verb text
-- column: subject text
-- column: detail text
-- column: changes text
-- column: sets text
-- column: run text
-- column: hash bytes
SELECT store_id, seq, at, actor, tool, verb, subject, detail, changes, sets, run, hash
FROM log
ORDER BY store_id, seq
