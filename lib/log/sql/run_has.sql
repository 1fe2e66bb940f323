-- Whether a run of a program has left an entry.
-- param: run text
-- column: store_id int
SELECT store_id FROM log WHERE run = $1 LIMIT 1
