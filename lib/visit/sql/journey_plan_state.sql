-- A plan changes its state.
-- param: store_id int
-- param: id int
-- param: state text
UPDATE plan SET state = $3 WHERE store_id = $1 AND id = $2
