-- Puts an entry into a store's log.
-- param: store_id int
-- param: seq int
-- param: at moment
-- param: actor text
-- param: tool text
-- param: verb text
-- param: subject text
-- param: detail text
-- param: changes text
-- param: sets text
-- param: run text
-- param: hash bytes
INSERT INTO log (store_id, seq, at, actor, tool, verb, subject, detail, changes, sets, run, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
