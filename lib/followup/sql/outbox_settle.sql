-- What became of a message.
-- param: store_id int
-- param: id int
-- param: state text
-- param: next_at moment
-- param: tries int
-- param: sent_at moment
-- param: late bool
-- param: receipt text
-- param: reason text
UPDATE message
SET state = $3, next_at = COALESCE($4, next_at), tries = $5, sent_at = $6, late = $7, receipt = COALESCE($8, receipt), reason = $9
WHERE store_id = $1 AND id = $2
