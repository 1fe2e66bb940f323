-- Takes back a task that is still open.
-- param: store_id int
-- param: code text
-- param: reason text
UPDATE task SET state = 'cancelled', reason = $3 WHERE store_id = $1 AND code = $2 AND state = 'open'
