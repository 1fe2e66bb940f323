-- A count is over.
-- param: store_id int
-- param: id int
-- param: state text
-- param: at moment
-- param: by text
UPDATE stocktake SET state = $3, closed_at = $4, closed_by = $5 WHERE store_id = $1 AND id = $2 AND state = 'open'
