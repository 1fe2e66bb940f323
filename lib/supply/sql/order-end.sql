-- An order is closed or cancelled, if it still is what it was.
-- param: store_id int
-- param: id int
-- param: before text
-- param: state text
-- param: ended_at moment
-- param: reason text
UPDATE purchase SET state = $4, ended_at = $5, reason = $6 WHERE store_id = $1 AND id = $2 AND state = $3
