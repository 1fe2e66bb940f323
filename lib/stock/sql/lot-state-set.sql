-- A lot's state as it is from now on.
-- param: store_id int
-- param: id int
-- param: state text
UPDATE lot SET state = $3 WHERE store_id = $1 AND id = $2
