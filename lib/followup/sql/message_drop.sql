-- Takes back a message that was not sent yet.
-- param: store_id int
-- param: code text
-- param: reason text
UPDATE message SET state = 'cancelled', reason = $3 WHERE store_id = $1 AND code = $2 AND state = 'pending'
