-- Puts a message back that is dead or was dropped.
-- param: store_id int
-- param: id int
-- param: now moment
-- param: until_at moment
-- param: reason text
UPDATE message
SET state = 'pending', next_at = $3, until_at = $4, tries = 0, reason = $5
WHERE store_id = $1 AND id = $2
